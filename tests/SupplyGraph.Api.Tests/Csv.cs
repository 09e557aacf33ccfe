using System.Text;
using CsvHelper;

namespace SupplyGraph.Api.Tests;

/// <summary>Reading CSV as a program does.</summary>
internal static class Csv
{
    /// <summary>The rows below the header, each by column; every row has every column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var records = Records(text);
        var header = records[0];
        Assert.Distinct(header);
        Assert.All(records, record => Assert.Equal(header.Count, record.Count));
        return [.. records.Skip(1).Select(record => header.Zip(record).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>The header and the rows, each a list of cells.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Records(string text)
    {
        var malformed = new List<string>();
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            DetectSeparatorHint = false,
            OnMalformedRecord = record => malformed.Add(record.Reason.ToString()),
        };
        using var csv = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);
        var records = new List<IReadOnlyList<string>>();
        while (csv.Read()) records.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        Assert.Empty(malformed);
        return records;
    }

    /// <summary>The texts of a cell that holds several: split by |, but not by \|.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var texts = new List<StringBuilder> { new() };
        for (var i = 0; i < cell.Length; i++)
            if (cell[i] == '|') texts.Add(new());
            else texts[^1].Append(cell[i] == '\\' ? cell[++i] : cell[i]);
        return [.. texts.Select(t => t.ToString())];
    }
}
