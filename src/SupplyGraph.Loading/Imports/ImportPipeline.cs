using SupplyGraph.Loading.Rows;
using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Imports;

/// <summary>Keeps a few batches on their way from the file to the load, and counts them in their order.</summary>
internal sealed class ImportPipeline(IGraphLoad load, ImportTally tally, CancellationToken cancel)
{
    private const int MostOnTheWay = 2;

    private readonly Queue<RowBatch> onTheWay = [];

    /// <summary>Takes a file's rows from the reader to the load.</summary>
    /// <param name="resolve">What some rows bring.</param>
    /// <exception cref="UnreadableFileException">The file cannot be read, or not to its end; the rows before that point are counted.</exception>
    public async Task RunAsync<T>(RowReader<T> reader, Func<IReadOnlyList<FileRow<T>>, ValueTask<RowBatch>> resolve) where T : class
    {
        try
        {
            await foreach (var (rows, understood) in ReadAhead.ReadAsync(reader, cancel))
            {
                tally.Understood = understood;
                await WriteAsync(await resolve(rows));
            }
        }
        catch (UnreadableFileException)
        {
            await DrainAsync();
            throw;
        }
        finally
        {
            // Of NDJSON it is complete only now.
            tally.Understood = reader.Understood;
        }
        await DrainAsync();
    }

    private async Task WriteAsync(RowBatch batch)
    {
        batch.Write(load, cancel);
        onTheWay.Enqueue(batch);
        if (onTheWay.Count > MostOnTheWay) await SettleAsync();
    }

    // Waits for what is still on its way.
    private async Task DrainAsync()
    {
        while (onTheWay.Count > 0) await SettleAsync();
    }

    private async Task SettleAsync()
    {
        await onTheWay.Dequeue().SettleAsync(tally, cancel);
        tally.Show(load.Written);
    }
}
