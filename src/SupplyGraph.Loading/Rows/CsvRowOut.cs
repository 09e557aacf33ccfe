using System.Globalization;
using CsvHelper;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>Rows as CSV (RFC 4180 but for the line ends, which are LF).</summary>
internal sealed class CsvRowOut : IRowOut
{
    private readonly CsvWriter csv;

    public CsvRowOut(Stream stream, FileColumns columns)
    {
        csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        foreach (var name in columns.Exported) csv.WriteField(name);
        csv.EndRecord();
    }

    public void Text(string? text) => csv.WriteField(text);

    public void List(IReadOnlyList<string> texts) => csv.WriteField(string.Join(Limits.AliasSeparator, texts));

    public void Number(double? number) => csv.WriteField(number?.ToString("R", CultureInfo.InvariantCulture));

    public void Number(decimal? number) => csv.WriteField(PlainNumber.Of(number));

    public async ValueTask EndRowAsync(CancellationToken cancel) => await csv.EndRecordAsync(cancel);

    public async ValueTask FlushAsync(CancellationToken cancel) => await csv.FlushAsync(cancel);

    public ValueTask DisposeAsync() => csv.DisposeAsync();
}
