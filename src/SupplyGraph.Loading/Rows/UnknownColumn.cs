using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Rows;

/// <summary>What is said of a column that is none of ours.</summary>
internal static class UnknownColumn
{
    private const int MostTypingErrors = 2;

    public static string Message(string header, WantedColumns wanted)
    {
        var shown = Shorten.Text(header.Trim());
        if (shown.Length == 0) return "A column has no name; name it, or leave out unknown columns (ignoreUnknownColumns=true).";
        if (wanted.Columns.PlaceOf(header) is >= 0 and var own)
            return $"Our {shown} is mapped to '{wanted.HeaderOf(own)}', so this '{shown}' is not read; leave out unknown columns (ignoreUnknownColumns=true).";
        var near = Nearest(header, wanted.Columns.Names);
        var hint = near is null ? $"the columns are {string.Join(", ", wanted.Columns.Names)}" : $"is it {near}";
        return $"There is no column '{shown}'; {hint}{(near is null ? "." : "?")} "
            + $"Map it (map.{near ?? "COLUMN"}={shown}) or leave out unknown columns (ignoreUnknownColumns=true).";
    }

    /// <summary>The one of several names that a header is likely to mean; null for none.</summary>
    public static string? Nearest(string header, IEnumerable<string> names)
    {
        var key = NameKey.Of(header);
        if (key.Length is 0 or > Limits.NameLength) return null;
        string? best = null;
        var least = MostTypingErrors + 1;
        foreach (var name in names)
        {
            var errors = EditDistance.Of(key, NameKey.Of(name), Math.Min(least - 1, key.Length / 3));
            if (errors < least) (best, least) = (name, errors);
        }
        return best;
    }
}
