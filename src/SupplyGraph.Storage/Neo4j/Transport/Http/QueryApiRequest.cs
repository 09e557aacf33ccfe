using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplyGraph.Storage.Neo4j.Transport.Http;

/// <summary>A statement as the body of a request to the Query API.</summary>
internal static class QueryApiRequest
{
    // The longest double is -2.2250738585072014E-308.
    private const int LongestDouble = 32;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <exception cref="ArgumentException">A parameter is of a kind that does not travel.</exception>
    public static void Write(PooledBuffer body, CypherStatement statement, string id, IReadOnlyList<string> bookmarks)
    {
        using var json = new Utf8JsonWriter(body, Options);
        json.WriteStartObject();
        json.WriteString("statement", statement.Query);
        json.WriteString("accessMode", statement.Writes ? "WRITE" : "READ");
        json.WriteStartObject("parameters");
        json.WriteString(StopStatement.IdParameter, id);
        foreach (var (name, value) in statement.Parameters)
        {
            json.WritePropertyName(name);
            Write(json, name, value);
        }
        json.WriteEndObject();
        if (bookmarks.Count > 0)
        {
            json.WriteStartArray("bookmarks");
            foreach (var bookmark in bookmarks) json.WriteStringValue(bookmark);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string parameter, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case long number: json.WriteNumberValue(number); break;
            case int number: json.WriteNumberValue(number); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case double number: Write(json, parameter, number); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(json, parameter, map); break;
            case IDictionary map: WriteMap(json, parameter, map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, map[key]))); break;
            case IEnumerable items: WriteList(json, parameter, items); break;
            default: throw new ArgumentException($"The parameter {parameter} holds a {value.GetType().Name}, which does not travel.", nameof(value));
        }
    }

    // The shortest text that gives the same double again may have no point: 1.0 would arrive as an integer.
    private static void Write(Utf8JsonWriter json, string parameter, double number)
    {
        if (!double.IsFinite(number)) throw new ArgumentException($"The parameter {parameter} holds {number}, which JSON has no word for.", nameof(number));
        Span<byte> text = stackalloc byte[LongestDouble];
        number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        if (!text[..length].ContainsAny(".E"u8))
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }
        json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private static void WriteMap(Utf8JsonWriter json, string parameter, IEnumerable<KeyValuePair<string, object?>> map)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            Write(json, parameter, value);
        }
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string parameter, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (var item in items) Write(json, parameter, item);
        json.WriteEndArray();
    }
}
