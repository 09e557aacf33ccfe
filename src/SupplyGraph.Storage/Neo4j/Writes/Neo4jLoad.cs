using System.Threading.Channels;
using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// A load. Sets go through one after the other: what a set concerns is read while the one before is judged, and what the rules left is staged while the next
/// ones are read. One last statement shows it all.
/// </summary>
internal sealed class Neo4jLoad : IGraphLoad
{
    // New claims and entities after which what is new is staged: fewer cost too many transactions, more let the server idle at the end.
    private const int BatchRows = 2500;

    // Relationships in the working set after which those that are written are forgotten.
    private const int ManyRelationships = 20_000;

    private sealed record QueuedSet(ChangeSet Changes, ClaimBatch Puts, TaskCompletionSource<IReadOnlyList<Refusal>> Done, CancellationToken Cancel);

    private sealed record Fetch(QueuedSet Set, Task<(GraphState State, Action<WorkingSet> Take)> Rows);

    private readonly KnownRelationships known;
    private readonly Channel<QueuedSet> queue = Channel.CreateUnbounded<QueuedSet>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ICypherTransport transport;
    private readonly WorkingSet working;
    private readonly Writing writing;
    private readonly StagedLoad staged;
    private readonly Func<Neo4jLoad, CommitResult, CypherStatement, Task> commit;
    private readonly Func<StagedLoad, bool, Task> end;
    private readonly TimeSpan timeout;
    private readonly Task loop;
    private bool ended;

    /// <param name="timeout">How long the last statement may take.</param>
    /// <param name="commit">Runs the last statement and shows the version.</param>
    /// <param name="end">Ends the load, committed or not.</param>
    public Neo4jLoad(
        ICypherTransport transport, GraphView before, WorkingSet working, Writing writing, StagedLoad staged, TimeSpan timeout,
        Func<Neo4jLoad, CommitResult, CypherStatement, Task> commit, Func<StagedLoad, bool, Task> end)
    {
        (this.transport, Before, this.working, this.writing, this.staged) = (transport, before, working, writing, staged);
        (this.timeout, this.commit, this.end, Written) = (timeout, commit, end, writing.Result);
        known = new KnownRelationships(before);
        loop = Task.Run(RunAsync);
    }

    public GraphView Before { get; }

    public CommitResult Written { get; private set; }

    /// <summary>Keeps the lease while the load lasts.</summary>
    public required IAsyncDisposable Renewing { get; init; }

    /// <summary>What the load changes of the view.</summary>
    public ViewChanges View => writing.View;

    /// <summary>Tells the commit from every other.</summary>
    public string Id => staged.Holder;

    public Task<IReadOnlyList<Refusal>> AddAsync(ChangeSet changes, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        if (changes.RemovedClaims.Count + changes.RemovedEntities.Count > 0) throw new ArgumentException("A load removes nothing.", nameof(changes));
        var set = new QueuedSet(changes, new ClaimBatch(changes.Claims), new(TaskCreationOptions.RunContinuationsAsynchronously), cancel);
        return queue.Writer.TryWrite(set) ? set.Done.Task : FailAsync();
    }

    // The load has failed already: it fails again for the same reason.
    private async Task<IReadOnlyList<Refusal>> FailAsync()
    {
        await loop;
        return [];
    }

    public async Task<CommitResult> CommitAsync(string? report, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        queue.Writer.TryComplete();
        await loop;
        cancel.ThrowIfCancellationRequested();
        writing.SettleCrowded();
        // A load that was never staged is one statement, like any commit.
        if (staged.Batches > 0) await staged.StageAsync(working, cancel);
        await staged.FinishAsync();
        await new SourcesElsewhere(transport).CountAsync(working, writing.Recounts, hasStaged: staged.Batches > 0, cancel);
        var result = writing.Close(report, cancel);
        await staged.WriteChangesAsync(working, cancel);
        if (CommitStatement.IsNeeded(working) || staged.Batches > 0)
            await commit(this, result, CommitStatement.Of(working, Id, result, staged, staged.Holder, timeout));
        await EndAsync(committed: true);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        // How it ended was told to who began it.
        await loop.ContinueWith(static _ => { }, TaskScheduler.Default);
        await EndAsync(committed: false);
    }

    private async Task EndAsync(bool committed)
    {
        if (ended) return;
        ended = true;
        await staged.FinishAsync().ContinueWith(static _ => { }, TaskScheduler.Default);
        await Renewing.DisposeAsync();
        await end(staged, committed);
    }

    private async Task RunAsync()
    {
        Fetch? next = null;
        try
        {
            while (next is not null || await queue.Reader.WaitToReadAsync())
            {
                var fetch = next ?? Begin(await queue.Reader.ReadAsync());
                // Nothing may be forgotten while rows are on their way that rely on what is held.
                var sweeps = working.Relationships.Count > ManyRelationships;
                next = !sweeps && queue.Reader.TryRead(out var following) ? Begin(following) : null;
                await PassAsync(fetch);
                if (sweeps) working.Forget(staged.Finished());
            }
        }
        catch (Exception failure)
        {
            if (next is not null) Fail(next.Set, failure);
            queue.Writer.TryComplete();
            while (queue.Reader.TryRead(out var rest)) Fail(rest, failure);
            throw;
        }
    }

    private Fetch Begin(QueuedSet set)
    {
        var rows = new ConcernedRows(forLoad: true).Ask(Concerned.By(set.Changes, set.Puts), working, import: null, known);
        return new Fetch(set, rows.ReadAsync(transport, set.Cancel));
    }

    private async Task PassAsync(Fetch fetch)
    {
        var set = fetch.Set;
        try
        {
            (await fetch.Rows).Take(working);
            set.Cancel.ThrowIfCancellationRequested();
            writing.Prepare(set.Puts);
            var refused = writing.WriteGood(set.Changes, set.Puts, set.Cancel);
            Written = writing.Result;
            for (var i = 0; i < set.Puts.Count; i++) known.Made(set.Puts.RelationshipOf(i));
            if (working.NewRows >= BatchRows) await staged.StageAsync(working, set.Cancel);
            set.Done.SetResult(refused);
        }
        catch (Exception failure)
        {
            Fail(set, failure);
            throw;
        }
    }

    private static void Fail(QueuedSet set, Exception failure)
    {
        if (failure is OperationCanceledException) set.Done.TrySetCanceled(set.Cancel.IsCancellationRequested ? set.Cancel : default);
        else set.Done.TrySetException(failure);
    }
}
