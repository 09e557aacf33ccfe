using CsvHelper;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>What may separate the fields of a CSV file, and how it is found where nobody names it.</summary>
internal static class Delimiters
{
    public const string InWords = "comma, semicolon, tab and |";

    /// <summary>Those that are tried, the likeliest first.</summary>
    public static IReadOnlyList<char> All { get; } = [',', ';', '\t', '|'];

    /// <summary>The one under which most fields of the header are columns that are looked for; of equals the one that makes most fields.</summary>
    public static char Find(ReadOnlySpan<byte> header, WantedColumns wanted)
    {
        var row = header.ToArray();
        var (best, mostKnown, mostFields) = (All[0], -1, 0);
        foreach (var delimiter in All)
        {
            var (known, fields) = Count(row, delimiter, wanted);
            if (known > mostKnown || (known == mostKnown && fields > mostFields)) (best, mostKnown, mostFields) = (delimiter, known, fields);
        }
        return best;
    }

    /// <summary>The header row at the start of a file, blank lines before it included; up to its end, or as far as a row may go.</summary>
    public static async ValueTask<int> PeekHeaderAsync(PeekedStream stream, CancellationToken cancel)
    {
        var (length, quoted, begun) = (0, false, false);
        while (true)
        {
            if (Ends(stream.Held, ref length, ref quoted, ref begun) || length > Limits.MaxRowLength) return length;
            if (!await stream.PeekAsync(cancel)) return length;
        }
    }

    private static bool Ends(ReadOnlySpan<byte> held, ref int length, ref bool quoted, ref bool begun)
    {
        for (; length < held.Length; length++)
        {
            var next = held[length];
            if (next == '"') quoted = !quoted;
            if (next is (byte)'\r' or (byte)'\n' && !quoted && begun) return true;
            begun |= next is not ((byte)'\r' or (byte)'\n');
        }
        return false;
    }

    private static (int Known, int Fields) Count(byte[] header, char delimiter, WantedColumns wanted)
    {
        using var csv = CsvReader.Create(header, CsvRows.Options(delimiter));
        if (!csv.Read()) return (0, 0);
        var known = 0;
        for (var i = 0; i < Math.Min(csv.FieldCount, Limits.MaxImportColumns); i++)
            if (csv.GetString(i) is var name && (wanted.PlacesOf(name).Length > 0 || WantedColumns.IsErrorColumn(name))) known++;
        return (known, csv.FieldCount);
    }
}
