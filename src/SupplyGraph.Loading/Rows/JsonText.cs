using System.Text.Json;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>Values of JSON as texts of a row.</summary>
internal static class JsonText
{
    /// <summary>Reads a text, a list of texts where the column takes one, or null; false where the value is none of these and still to be skipped.</summary>
    public static bool TryRead(ref Utf8JsonReader json, WantedColumns wanted, int[] places, out string? value)
    {
        value = null;
        switch (json.TokenType)
        {
            case JsonTokenType.Null: return true;
            case JsonTokenType.String: value = json.GetString(); return true;
            case JsonTokenType.StartArray when TakesList(wanted, places): return TryReadList(ref json, out value);
            default: return false;
        }
    }

    public static string Accepted(WantedColumns wanted, int[] places) =>
        TakesList(wanted, places) ? "a list of texts without '|', or null" : "a text, a number or null";

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

    private static bool TakesList(WantedColumns wanted, int[] places) =>
        ReferenceEquals(wanted.Columns, FileColumns.Entities) && places is [(int)EntityColumn.Aliases];
}
