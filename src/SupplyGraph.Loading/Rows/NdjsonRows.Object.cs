using System.Buffers;
using System.Text;
using System.Text.Json;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

internal static partial class NdjsonRows
{
    private static TextRow Row(int number, int line, ReadOnlySequence<byte> text, FileColumns columns)
    {
        var values = new string?[columns.Names.Count];
        var row = new TextRow(number, line, values);
        try
        {
            var json = new Utf8JsonReader(text);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new JsonException();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName) ReadProperty(ref json, row, values, columns);
            if (json.Read()) throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is the reader's word for text that is not UTF-8 or holds half a surrogate pair.
            row.Refuse("", RowErrorCode.Malformed, null, "The line is not one JSON object in UTF-8, such as {\"type\":\"supplies\",\"from\":\"byd\"}.");
        }
        return row;
    }

    private static void ReadProperty(ref Utf8JsonReader json, TextRow row, string?[] values, FileColumns columns)
    {
        var name = json.GetString()!;
        json.Read();
        var place = columns.PlaceOf(name);
        if (place < 0) row.Refuse(name, RowErrorCode.UnknownColumn, name, Header.Unknown(name, columns));
        else if (values[place] is not null) row.Refuse(name, RowErrorCode.DuplicateColumn, name, $"'{name}' stands there twice.");
        else if (TryReadValue(ref json, place, columns, out var value)) { values[place] = value; return; }
        else row.Refuse(name, RowErrorCode.Malformed, null, $"'{name}' is {Accepted(place, columns)}.");
        json.Skip();
    }

    private static bool TryReadValue(ref Utf8JsonReader json, int place, FileColumns columns, out string? value)
    {
        value = null;
        switch (json.TokenType)
        {
            case JsonTokenType.Null: return true;
            case JsonTokenType.String: value = json.GetString(); return true;
            case JsonTokenType.Number: value = Encoding.UTF8.GetString(json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan); return true;
            case JsonTokenType.StartArray when IsAliases(place, columns): return TryReadList(ref json, out value);
            default: return false;
        }
    }

    // The reader is copied, so that a list that cannot be taken is skipped from its start.
    private static bool TryReadList(ref Utf8JsonReader json, out string? value)
    {
        var items = new List<string>();
        var list = json;
        value = null;
        while (list.Read() && list.TokenType == JsonTokenType.String)
        {
            var item = list.GetString()!;
            if (item.Contains(Limits.AliasSeparator)) return false;
            items.Add(item);
        }
        if (list.TokenType != JsonTokenType.EndArray) return false;
        json = list;
        value = string.Join(Limits.AliasSeparator, items);
        return true;
    }

    private static string Accepted(int place, FileColumns columns) =>
        IsAliases(place, columns) ? "a list of texts without '|', or null" : "a text, a number or null";

    private static bool IsAliases(int place, FileColumns columns) => ReferenceEquals(columns, FileColumns.Entities) && place == (int)EntityColumn.Aliases;
}
