using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

/// <summary>What every graph store keeps (design, section 2): one suite, run on each store. A test gets an empty store of its own.</summary>
public abstract partial class GraphStoreContract : IAsyncLifetime
{
    private IGraphStore? store;

    private protected static CancellationToken None => CancellationToken.None;

    private protected IGraphStore Store => store ?? throw new InvalidOperationException("The store is not open.");

    /// <summary>A store on this test's own data, not yet opened.</summary>
    protected abstract IGraphStore Create();

    /// <summary>Deletes this test's data.</summary>
    protected abstract Task DeleteAsync();

    public async Task InitializeAsync()
    {
        store = Create();
        await store.OpenAsync(None);
        await Put(World.Entities);
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await DeleteAsync();
    }

    private async Task Reopen()
    {
        await Store.DisposeAsync();
        store = Create();
        await store.OpenAsync(None);
    }

    private Task<CommitResult> Put(params IReadOnlyList<Entity> entities) => Store.CommitAsync(new ChangeSet { Entities = entities }, None);

    private Task<CommitResult> Say(params IReadOnlyList<Claim> claims) => Store.CommitAsync(new ChangeSet { Claims = claims }, None);

    private Task<CommitResult> Unsay(params IReadOnlyList<string> claims) => Store.CommitAsync(new ChangeSet { RemovedClaims = claims }, None);

    private Task<CommitResult> Drop(params IReadOnlyList<string> entities) => Store.CommitAsync(new ChangeSet { RemovedEntities = entities }, None);

    private async Task<Relationship> Relationship(string id) => (await Store.GetRelationshipsAsync([id], None))[id];

    private async Task<bool> Exists(string relationship) => (await Store.GetRelationshipsAsync([relationship], None)).Count > 0;

    /// <summary>Commits what must be refused, checks that nothing was written, and gives the reasons as <c>part[index].field code</c>.</summary>
    private async Task<string[]> Refused(ChangeSet set) => [.. (await Refusals(set)).Select(r => $"{r.Part}[{r.Index}].{r.Field} {r.Code}")];

    private async Task<IReadOnlyList<Refusal>> Refusals(ChangeSet set)
    {
        var before = await Everything();
        var refused = await Assert.ThrowsAsync<ChangesRefusedException>(() => Store.CommitAsync(set, None));
        Assert.Equal(before, await Everything());
        return refused.Refusals;
    }

    private Task<string[]> Refused(params IReadOnlyList<Claim> claims) => Refused(new ChangeSet { Claims = claims });

    private Task<string[]> Refused(params IReadOnlyList<Entity> entities) => Refused(new ChangeSet { Entities = entities });

    /// <summary>All that the store holds, as lines that can be compared.</summary>
    private async Task<List<string>> Everything()
    {
        var lines = new List<string> { $"version {(await Store.GetStatisticsAsync(None)).Version}" };
        await foreach (var entity in Store.ExportEntitiesAsync(None)) lines.Add($"{entity} {string.Join('|', entity.Aliases)}");
        await foreach (var claim in Store.ExportClaimsAsync(None)) lines.Add($"{claim.Id} {claim}");
        lines.AddRange((await Store.ListRelationshipsAsync(new(), new(Limits.MaxPageSize), None)).Items.Select(Line));
        lines.AddRange((await Store.ListSourcesAsync(new(), new(Limits.MaxPageSize), None)).Items.Select(s => s.ToString()));
        lines.AddRange((await Store.ListChangesAsync(0, new(Limits.MaxPageSize), None)).Items.Select(c => c.ToString()));
        return lines;
    }

    private static string Line(Relationship r) => $"{r} {string.Join("; ", r.Disputes.Select(d => $"{d.Field}: {string.Join(", ", d.Values)}"))}";
}
