using System.Text;
using System.Text.Json;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>Reads the objects of an NDJSON file into rows. They mostly name the same properties in one order, so that of the last one is tried first.</summary>
internal sealed class JsonRow(WantedColumns wanted)
{
    private readonly List<Property> order = [];
    private readonly string?[] properties = new string?[wanted.Columns.Names.Count];
    private readonly HashSet<string> ignored = new(StringComparer.Ordinal);

    /// <summary>The properties that were left out so far, <see cref="Limits.MaxImportColumns"/> of them at most.</summary>
    public IReadOnlyCollection<string> Ignored => ignored;

    /// <summary>Under which name the column was given so far; null for none.</summary>
    public string? PropertyOf(int place) => properties[place];

    public void Read(ReadOnlySpan<byte> line, TextRow row)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new JsonException();
            for (var number = 0; json.Read() && json.TokenType == JsonTokenType.PropertyName; number++)
            {
                if (number == Limits.MaxImportColumns)
                {
                    row.Refuse("", RowErrorCode.TooManyColumns, null, $"The object has more than {Limits.MaxImportColumns} properties.");
                    return;
                }
                ReadProperty(ref json, number, row);
            }
            if (json.Read()) throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is the reader's word for text that holds half a surrogate pair.
            row.Refuse("", RowErrorCode.Malformed, null, "The line is not one JSON object in UTF-8, such as {\"type\":\"supplies\",\"from\":\"byd\"}.");
        }
    }

    private void ReadProperty(ref Utf8JsonReader json, int number, TextRow row)
    {
        var property = PropertyAt(number, ref json);
        json.Read();
        if (property.Places.Length == 0) LeaveOut(property, row);
        else if (row[property.Places[0]].Given)
            Refuse(row, property, RowErrorCode.DuplicateColumn, "stands there twice.");
        else if (TryTake(ref json, property, row)) return;
        json.Skip();
    }

    private void LeaveOut(Property property, TextRow row)
    {
        if (WantedColumns.IsErrorColumn(property.Name)) return;
        var shown = Shorten.Text(property.Name);
        if (!wanted.IgnoresUnknown) row.Refuse(shown, RowErrorCode.UnknownColumn, shown, UnknownColumn.Message(property.Name, wanted));
        else if (ignored.Count < Limits.MaxImportColumns) ignored.Add(property.Name);
    }

    private Property PropertyAt(int number, ref Utf8JsonReader json)
    {
        if (number < order.Count && json.ValueTextEquals(order[number].Utf8)) return order[number];
        var name = json.GetString()!;
        var property = new Property(name, Encoding.UTF8.GetBytes(name), wanted.PlacesOf(name));
        foreach (var place in property.Places) properties[place] ??= name;
        if (number < order.Count) order[number] = property;
        else order.Add(property);
        return property;
    }

    private bool TryTake(ref Utf8JsonReader json, Property property, TextRow row)
    {
        if (json.TokenType is JsonTokenType.Number || (json.TokenType is JsonTokenType.String && !json.ValueIsEscaped))
            row.Take(property.Places, json.ValueSpan);
        else if (JsonText.TryRead(ref json, wanted, property.Places, out var value)) row.Take(property.Places, value);
        else
        {
            // Taken as empty, so that the column counts as given and is not asked for as well.
            row.Take(property.Places, (string?)null);
            Refuse(row, property, RowErrorCode.Malformed, $"is {JsonText.Accepted(wanted, property.Places)}.");
            return false;
        }
        if (row[property.Places[0]].Text?.Contains('\0') == true)
            Refuse(row, property, RowErrorCode.Malformed, "holds a NUL character, which no text has; remove it.");
        return true;
    }

    private static void Refuse(TextRow row, Property property, string code, string message)
    {
        var shown = Shorten.Text(property.Name);
        row.Refuse(shown, code, null, $"'{shown}' {message}");
    }

    private readonly record struct Property(string Name, byte[] Utf8, int[] Places);
}
