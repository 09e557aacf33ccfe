using System.Runtime.CompilerServices;
using System.Text.Unicode;
using CsvHelper;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>Rows of a CSV file, streamed.</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly CsvReader csv;
    private CsvMalformedReason? malformed;

    private CsvRows(Stream stream) => csv = CsvReader.Create(stream, new CsvReaderOptions
    {
        Separator = ',',
        DetectSeparatorHint = false,
        // The header is read as a row like any other, so that its own faults are reported like theirs.
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = Limits.MaxRowLength,
        OnMalformedRecord = record => malformed = record.Reason,
    }, leaveOpen: true);

    /// <summary>The rows below the header; blank lines are none. The stream stays open.</summary>
    /// <exception cref="UnreadableFileException">The header is wrong, or a row has no end.</exception>
    public static async IAsyncEnumerable<TextRow> ReadAsync(Stream stream, FileColumns columns, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var rows = new CsvRows(stream);
        if (!await rows.NextAsync(cancel)) throw Unreadable(1, $"The file is empty; it begins with a header row such as {string.Join(',', columns.Exported)}.");
        var places = Header.Read(rows.Fields(), rows.Line, columns);
        for (var number = 1; await rows.NextAsync(cancel); number++) yield return rows.Row(number, places, columns);
    }

    private int Line => (int)csv.LineNumber;

    private async ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        malformed = null;
        try
        {
            return await csv.ReadAsync(cancel);
        }
        catch (CsvFormatException e)
        {
            throw Unreadable((int)e.LineNumber, $"A row has more than {Limits.MaxRowLength} bytes: is a closing quotation mark missing?");
        }
    }

    private TextRow Row(int number, int[] places, FileColumns columns)
    {
        var values = new string?[columns.Names.Count];
        for (var i = 0; i < Math.Min(csv.FieldCount, places.Length); i++) values[places[i]] = csv.GetString(i);
        var row = new TextRow(number, Line, values);
        if (!Utf8.IsValid(csv.RawRecord)) row.Refuse("", RowErrorCode.Malformed, null, "The row is not UTF-8; save the file as UTF-8.");
        if (malformed is { } reason) row.Refuse("", RowErrorCode.Malformed, null, InWords(reason));
        else if (csv.FieldCount != places.Length)
            row.Refuse("", RowErrorCode.FieldCount, null, $"The row has {csv.FieldCount} fields, the header {places.Length}.");
        return row;
    }

    private static string InWords(CsvMalformedReason reason) => reason == CsvMalformedReason.UnterminatedQuote
        ? "A quotation mark that opens a field is never closed, so the rest of the file stands in one field."
        : "A quotation mark stands where none can: a field that holds one is quoted as a whole, and each mark in it is doubled.";

    private string[] Fields()
    {
        var fields = new string[csv.FieldCount];
        for (var i = 0; i < fields.Length; i++) fields[i] = csv.GetString(i);
        return fields;
    }

    private static UnreadableFileException Unreadable(int line, string message) => new([new(0, line, "", RowErrorCode.Malformed, null, message)]);

    public void Dispose() => csv.Dispose();
}
