using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// The right to be the only writer for more than one statement, kept in the graph's node: a load's. It runs out unless it is renewed; what a holder staged that
/// vanished is cleared away by the next who wants to write (see <see cref="StagedRemains"/>).
/// </summary>
internal sealed class GraphLease(ICypherTransport transport, Neo4jStoreOptions options)
{
    private readonly Neo4jStoreOptions options = options;

    private const string TakeFree = GraphLock.Take + "WHERE coalesce(g.holder, $holder) = $holder " + Hold;

    private const string TakeOver = GraphLock.Take + "WHERE g.holder IS NOT NULL AND g.heldUntil <= timestamp() " + Hold;

    private const string Hold = "SET g.holder = $holder, g.heldUntil = timestamp() + $length RETURN " + GraphLock.StateColumns;

    private const string RenewHeld = "MATCH (g:SupplyGraph {key: 'graph'}) WHERE g.holder = $holder SET g.heldUntil = timestamp() + $length RETURN g.version";

    private const string LetGo = GraphLock.Take + "WHERE g.holder = $holder SET g.holder = null, g.heldUntil = null RETURN g.version";

    /// <summary>Waits until nobody holds the lease and takes it: the graph as it is then.</summary>
    /// <exception cref="GraphUnavailableException">The server cannot be reached.</exception>
    public async Task<GraphState> AcquireAsync(string holder, CancellationToken cancel)
    {
        for (var round = 0; ; round++)
        {
            if (await RunAsync(TakeFree, holder, cancel) is [var taken]) return GraphLock.ReadState(taken);
            if (!await ClearAwayAsync(cancel)) await PauseAsync(round, cancel);
        }
    }

    /// <summary>Clears away what a holder left whose time ran out; false where there is none.</summary>
    public async Task<bool> ClearAwayAsync(CancellationToken cancel)
    {
        var holder = $"cleaner-{Guid.NewGuid():N}";
        if (await RunAsync(TakeOver, holder, cancel) is not [var taken]) return false;
        await new StagedRemains(transport, options.LongStatementTimeout).RemoveAsync(GraphLock.ReadState(taken), cancel);
        await ReleaseAsync(holder, cancel);
        return true;
    }

    /// <summary>Waits a little, longer in later rounds, for another writer to get on.</summary>
    public static Task PauseAsync(int round, CancellationToken cancel) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 << Math.Min(round, 4))), cancel);

    /// <summary>Renews the lease until the answer is disposed of.</summary>
    public IAsyncDisposable Keep(string holder) => new Renewal(this, holder);

    /// <summary>Gives the lease back, where it is still held.</summary>
    public Task ReleaseAsync(string holder, CancellationToken cancel) => RunAsync(LetGo, holder, cancel);

    private Task<IReadOnlyList<CypherRow>> RunAsync(string text, string holder, CancellationToken cancel) => transport.RunAsync(
        new CypherStatement(text)
        {
            Parameters = new Dictionary<string, object?> { ["holder"] = holder, ["length"] = (long)options.Lease.TotalMilliseconds },
            Writes = true,
            KeepsPlan = true,
            // Behind the last statement of another's load it waits for as long as that takes.
            Timeout = options.LongStatementTimeout,
        },
        cancel);

    private sealed class Renewal : IAsyncDisposable
    {
        private readonly CancellationTokenSource ended = new();
        private readonly Task renewing;

        public Renewal(GraphLease lease, string holder) => renewing = RenewAsync(lease, holder);

        public async ValueTask DisposeAsync()
        {
            await ended.CancelAsync();
            await renewing;
            ended.Dispose();
        }

        private async Task RenewAsync(GraphLease lease, string holder)
        {
            try
            {
                while (true)
                {
                    await Task.Delay(lease.options.Lease / 3, ended.Token);
                    await lease.TryRenewAsync(holder, ended.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // Ended.
            }
        }
    }

    // A server that is away for a moment is asked again in time; one that stays away fails the load's next statement.
    private async Task TryRenewAsync(string holder, CancellationToken cancel)
    {
        try
        {
            await RunAsync(RenewHeld, holder, cancel);
        }
        catch (GraphUnavailableException)
        {
        }
    }
}
