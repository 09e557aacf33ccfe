using System.Runtime.CompilerServices;

namespace SupplyGraph.Loading.Rows;

/// <summary>Reads rows in either format.</summary>
internal static class RowsIn
{
    /// <param name="read">What a row says; what it cannot take it notes on the row.</param>
    public static async IAsyncEnumerable<FileRow<T>> ReadAsync<T>(
        Stream stream, FileFormat format, FileColumns columns, Func<TextRow, T> read, [EnumeratorCancellation] CancellationToken cancel) where T : class
    {
        var rows = format == FileFormat.Csv ? CsvRows.ReadAsync(stream, columns, cancel) : NdjsonRows.ReadAsync(stream, columns, cancel);
        await foreach (var row in rows)
        {
            // Reading may break a row that was whole so far.
            var value = row.Broken ? null : read(row);
            yield return new(row.Number, row.Line, row.Broken ? null : value, row.Errors);
        }
    }
}
