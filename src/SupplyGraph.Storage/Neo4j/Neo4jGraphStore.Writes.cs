using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Storage.Neo4j.Writes;

namespace SupplyGraph.Storage.Neo4j;

public sealed partial class Neo4jGraphStore
{
    // Rounds in which another server may come first before this one takes the lease: a large set must not wait for ever behind small ones.
    private const int FreeRounds = 3;

    private readonly GraphLease lease;

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            for (var round = 0; ; round++)
            {
                var holder = round < FreeRounds ? "" : $"commit-{Guid.NewGuid():N}";
                if (holder.Length > 0) await lease.AcquireAsync(holder, cancel);
                try
                {
                    if (await TryCommitAsync(changes, holder, cancel) is { } result) return result;
                }
                finally
                {
                    if (holder.Length > 0) await lease.ReleaseAsync(holder, CancellationToken.None);
                }
                await GraphLease.PauseAsync(round, cancel);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Judges and writes a set; null where another server has written meanwhile, or is loading.</summary>
    private async Task<CommitResult?> TryCommitAsync(ChangeSet set, string holder, CancellationToken cancel)
    {
        var puts = new ClaimBatch(set.Claims);
        var concerned = Concerned.By(set, puts);
        concerned.Relationships.UnionWith(await RelationshipsOfAsync(set.RemovedClaims, cancel));
        var rows = new ConcernedRows(forLoad: false).Ask(concerned, held: null, set.Import);
        var (state, take) = await rows.ReadAsync(transport, cancel);
        if ((state.Holder ?? "") != holder)
        {
            if (!state.Held) await lease.ClearAwayAsync(cancel);
            return null;
        }
        var working = new WorkingSet(state);
        take(working);
        var writes = new Writing(working, state.Version, options.Clock.GetUtcNow(), set.Import);
        writes.Write(set, puts, cancel);
        await new SourcesElsewhere(transport).CountAsync(working, writes.Recounts, hasStaged: false, cancel);
        var result = writes.Close(null, cancel);
        return await WriteAsync(working, writes.View, result, holder, cancel) ? result with { ClaimIds = puts.Ids() } : null;
    }

    private async Task<bool> WriteAsync(WorkingSet working, ViewChanges made, CommitResult result, string holder, CancellationToken cancel)
    {
        if (!CommitStatement.IsNeeded(working)) return true;
        var commit = Guid.NewGuid().ToString("N");
        var statement = CommitStatement.Of(working, commit, result, load: null, holder, options.LongStatementTimeout);
        if (!await RunCommitAsync(statement, commit, result.Version, cancel)) return false;
        await ShowAsync(made, result.Version, cancel);
        return true;
    }

    /// <summary>Runs a commit's statement; where no answer comes, finds out whether it happened.</summary>
    private async Task<bool> RunCommitAsync(CypherStatement statement, string commit, long version, CancellationToken cancel)
    {
        try
        {
            return (await transport.RunAsync(statement, cancel)).Count > 0;
        }
        catch (OutcomeUnknownException)
        {
            // The lock waits for a commit that is still on its way.
            const string text = GraphLock.Take + "MATCH (v:SupplyGraphVersion {version: $version}) WHERE v.commit = $commit RETURN v.version";
            var parameters = new Dictionary<string, object?> { ["version"] = version, ["commit"] = commit };
            return (await transport.RunAsync(new CypherStatement(text) { Parameters = parameters, Writes = true }, cancel)).Count > 0;
        }
    }

    private async Task<IEnumerable<string>> RelationshipsOfAsync(IReadOnlyList<string> claims, CancellationToken cancel)
    {
        if (claims.Count == 0) return [];
        const string text = "UNWIND $claims AS x MATCH (c:Claim {id: x}) WHERE c.since IS NOT NULL RETURN DISTINCT c.relationship";
        var statement = new CypherStatement(text) { Parameters = new Dictionary<string, object?> { ["claims"] = claims } };
        return (await transport.RunAsync(statement, cancel)).Select(row => row.Text(0));
    }

    /// <inheritdoc/>
    public async Task<ImportUndone?> UndoImportAsync(string import, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        var holder = $"undoing-{Guid.NewGuid():N}";
        try
        {
            await lease.AcquireAsync(holder, cancel);
            return await UndoAsync(import, holder, cancel);
        }
        finally
        {
            await lease.ReleaseAsync(holder, CancellationToken.None);
            writing.Release();
        }
    }

    private async Task<ImportUndone?> UndoAsync(string import, string holder, CancellationToken cancel)
    {
        if (await ImportedThings.ReadAsync(transport, import, options.LongStatementTimeout, cancel) is not { } things) return null;
        var rows = new ConcernedRows(forLoad: false) { Timeout = options.LongStatementTimeout };
        rows.AskImport(import).AskUses(things.Entities).AskRelationships(things.Relationships).AskClaims(things.Relationships, restating: true);
        var (state, take) = await rows.ReadAsync(transport, cancel);
        var working = new WorkingSet(state);
        take(working);
        await new SourcesElsewhere(transport).CountAsync(working, working.Sources.Select(s => s.N), hasStaged: false, cancel);
        var writes = new Writing(working, state.Version, options.Clock.GetUtcNow(), import: null);
        var undone = writes.Undo(working.FindImport(import)!.Value, cancel);
        var result = writes.Close(null, cancel);
        if (!await WriteAsync(working, writes.View, result, holder, cancel))
            throw new GraphUnavailableException("The undoing was taken for lost, because it did not speak for too long: undo again.");
        return undone with { Version = result.Version };
    }

    /// <inheritdoc/>
    public async Task<IGraphLoad> BeginLoadAsync(string? import, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        var holder = $"load-{Guid.NewGuid():N}";
        try
        {
            var state = await lease.AcquireAsync(holder, cancel);
            var before = state.Version > Shown ? await RefreshAsync(cancel) : await GetViewAsync(cancel);
            var working = new WorkingSet(state);
            if (import is not null) (await new ConcernedRows(forLoad: true).AskImport(import).ReadAsync(transport, cancel)).Take(working);
            var staged = new StagedLoad(transport, state, holder, import, options.LongStatementTimeout);
            await staged.OpenAsync(cancel);
            var writes = new Writing(working, state.Version, options.Clock.GetUtcNow(), import);
            return new Neo4jLoad(transport, before, working, writes, staged, options.LongStatementTimeout, CommitLoadAsync, EndLoadAsync)
            {
                Renewing = lease.Keep(holder),
            };
        }
        catch
        {
            await lease.ReleaseAsync(holder, CancellationToken.None);
            writing.Release();
            throw;
        }
    }

    private async Task CommitLoadAsync(Neo4jLoad load, CommitResult result, CypherStatement statement)
    {
        if (!await RunCommitAsync(statement, load.Id, result.Version, CancellationToken.None))
            throw new GraphUnavailableException("The load was taken for lost, because it did not speak for too long, and was cleared away: load again.");
        await ShowAsync(load.View, result.Version, CancellationToken.None);
    }

    private async Task EndLoadAsync(StagedLoad load, bool committed)
    {
        try
        {
            if (!committed && load.Batches > 0) await new StagedRemains(transport, options.LongStatementTimeout).RemoveAsync(load.Before, CancellationToken.None);
            await load.CloseAsync(CancellationToken.None);
            await lease.ReleaseAsync(load.Holder, CancellationToken.None);
        }
        catch (GraphUnavailableException)
        {
            // The lease runs out, and whoever writes next clears away what is left.
        }
        finally
        {
            writing.Release();
        }
    }
}
