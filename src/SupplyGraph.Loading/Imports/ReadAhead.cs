using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SupplyGraph.Loading.Rows;

namespace SupplyGraph.Loading.Imports;

/// <summary>Reads a file in the background, a few batches ahead of who takes them.</summary>
internal static class ReadAhead
{
    // Large enough that handing one over costs nothing, small enough that its rows die before the garbage collector has moved them.
    private const int RowsOfABatch = 500;

    private const int MostBatches = 2;

    /// <summary>Some rows, and how the file was understood when they were read.</summary>
    public readonly record struct Batch<T>(IReadOnlyList<FileRow<T>> Rows, UnderstoodFile? Understood) where T : class;

    /// <summary>The batches in their order.</summary>
    /// <exception cref="UnreadableFileException">The file cannot be read on; the batches before that point were given.</exception>
    public static async IAsyncEnumerable<Batch<T>> ReadAsync<T>(RowReader<T> reader, [EnumeratorCancellation] CancellationToken cancel)
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var batches = Channel.CreateBounded<Batch<T>>(MostBatches);
        var reading = Task.Run(() => FillAsync(reader, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancel)) yield return batch;
        }
        finally
        {
            // The file is the caller's again only when nobody reads it any more.
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>Never throws: what goes wrong reaches who takes the batches.</summary>
    private static async Task FillAsync<T>(RowReader<T> reader, ChannelWriter<Batch<T>> batches, CancellationToken cancel) where T : class
    {
        try
        {
            while (await reader.ReadBatchAsync(RowsOfABatch, cancel) is { Count: > 0 } rows)
                await batches.WriteAsync(new(rows, reader.Understood), cancel);
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e);
        }
    }
}
