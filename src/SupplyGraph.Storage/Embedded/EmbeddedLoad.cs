using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Embedded;

/// <summary>A load in one transaction of the writer, which it holds until it ends.</summary>
internal sealed class EmbeddedLoad(EmbeddedGraphStore store, GraphView before, Writing writing) : IGraphLoad
{
    private Task last = Task.CompletedTask;
    private bool ended;

    public GraphView Before => before;

    public CommitResult Written { get; private set; } = writing.Result;

    public Task<IReadOnlyList<Refusal>> AddAsync(ChangeSet changes, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        if (changes.RemovedClaims.Count + changes.RemovedEntities.Count > 0) throw new ArgumentException("A load removes nothing.", nameof(changes));
        var puts = new ClaimBatch(changes.Claims);
        writing.Prepare(puts);
        var added = AfterAsync(
            last,
            () =>
            {
                var refused = writing.WriteGood(changes, puts, cancel);
                Written = writing.Result;
                return refused;
            },
            cancel);
        last = added;
        return added;
    }

    public async Task<CommitResult> CommitAsync(string? report, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        await last;
        var result = await Task.Run(() => store.Commit(writing, report, cancel), cancel);
        await EndAsync();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        // What is under way must be through before the transaction is undone; how it ended was told to who began it.
        await last.ContinueWith(static _ => { }, TaskScheduler.Default);
        await EndAsync();
    }

    private async Task EndAsync()
    {
        if (ended) return;
        ended = true;
        // Undoing millions of rows takes a while.
        await Task.Run(store.EndLoad);
    }

    private static async Task<T> AfterAsync<T>(Task before, Func<T> work, CancellationToken cancel)
    {
        await before;
        return await Task.Run(work, cancel);
    }
}
