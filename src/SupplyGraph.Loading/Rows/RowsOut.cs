namespace SupplyGraph.Loading.Rows;

/// <summary>Writes rows in either format.</summary>
internal static class RowsOut
{
    /// <summary>How much gathers in memory before it is sent, in bytes.</summary>
    public const int ChunkSize = 1 << 16;

    public static async Task WriteAsync<T>(
        Stream stream, FileFormat format, FileColumns columns, IAsyncEnumerable<T> items, Action<IRowOut, T> write, CancellationToken cancel)
    {
        await using IRowOut row = format == FileFormat.Csv ? new CsvRowOut(stream, columns) : new NdjsonRowOut(stream, columns);
        await foreach (var item in items.WithCancellation(cancel))
        {
            write(row, item);
            await row.EndRowAsync(cancel);
        }
        await row.FlushAsync(cancel);
    }
}
