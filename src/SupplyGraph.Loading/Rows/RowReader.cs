using System.Runtime.CompilerServices;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Rows;

/// <summary>Reads the rows of a file in batches. Not safe for several threads at once.</summary>
public sealed class RowReader<T> : IDisposable where T : class
{
    private const int MostPreparedRows = 16 * 1024;

    private readonly IRowSource source;
    private readonly Func<TextRow, T> read;
    private readonly RawRows raw = new();
    private UnreadableFileException? failure;

    /// <param name="read">What a row says; what it cannot take it notes on the row.</param>
    internal RowReader(Stream stream, FileFormat format, FileContent what, FileLayout layout, Func<TextRow, T> read)
    {
        var errors = layout.Check(what);
        var wanted = new WantedColumns(FileColumns.Of(what), layout);
        source = format == FileFormat.Csv ? new CsvRows(stream, layout, wanted, errors) : new NdjsonRows(stream, wanted, errors);
        this.read = read;
    }

    /// <summary>
    /// How the columns were understood: null before the first read; as far as it went where the header was refused; of NDJSON by the rows so far.
    /// </summary>
    public UnderstoodFile? Understood => source.Understood;

    /// <summary>
    /// The next rows, in their order: at most as many as asked for, fewer where they are long (see <see cref="Limits.MaxBatchBytes"/>); none at the end of the
    /// file and only there.
    /// </summary>
    /// <exception cref="UnreadableFileException">The header is wrong, or the file cannot be read on; the call before gave the rows up to there.</exception>
    public async ValueTask<IReadOnlyList<FileRow<T>>> ReadBatchAsync(int rows, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        if (failure is not null) throw new UnreadableFileException(failure.Errors);
        var batch = new List<FileRow<T>>(Math.Min(rows, MostPreparedRows));
        try
        {
            for (var bytes = 0; batch.Count < rows && bytes < Limits.MaxBatchBytes && await source.NextAsync(cancel); bytes += source.Raw.Length)
                batch.Add(Current());
        }
        catch (UnreadableFileException e)
        {
            failure = e;
            if (batch.Count == 0) throw;
        }
        return batch;
    }

    /// <summary>All rows, one by one.</summary>
    /// <exception cref="UnreadableFileException">As for <see cref="ReadBatchAsync"/>.</exception>
    public async IAsyncEnumerable<FileRow<T>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        const int atOnce = 1000;
        while (await ReadBatchAsync(atOnce, cancel) is { Count: > 0 } batch)
            foreach (var row in batch) yield return row;
    }

    public void Dispose() => source.Dispose();

    private FileRow<T> Current()
    {
        var row = source.Row;
        if (row.Number > Limits.MaxImportRows)
            throw FileBytes.Refused(RowErrorCode.TooManyRows, row.Line, $"The file has more than {Limits.MaxImportRows} rows; load it in parts.");
        // Reading may break a row that was whole so far.
        var value = row.Broken ? null : read(row);
        return new(row.Number, row.Line, row.Broken ? null : value, row.Errors) { Raw = raw.Keep(source.Raw) };
    }
}
