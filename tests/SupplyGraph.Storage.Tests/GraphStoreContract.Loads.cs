using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// Loads: many sets, one version, all or nothing.
public abstract partial class GraphStoreContract
{
    private static ChangeSet Claims(params IReadOnlyList<Claim> claims) => new() { Claims = claims };

    private static ChangeSet Entities(params IReadOnlyList<Entity> entities) => new() { Entities = entities };

    /// <summary>Loads sets that must be good.</summary>
    private async Task<CommitResult> Load(string? import, params IReadOnlyList<ChangeSet> sets)
    {
        await using var load = await Store.BeginLoadAsync(import, None);
        foreach (var set in sets) Assert.Empty(await load.AddAsync(set, None));
        return await load.CommitAsync(null, None);
    }

    private async Task<long> Version() => (await Store.GetStatisticsAsync(None)).Version;

    [ContractFact]
    public async Task A_load_is_one_version_however_many_sets_it_has()
    {
        var before = await Version();
        var result = await Load(
            "a", Entities(new Entity("acme", EntityKind.Company, "Acme")), Claims(World.Supply()), Claims(World.Supply() with { From = "acme" }));
        Assert.Equal((before + 1, 1, 2, 2), (result.Version, result.EntitiesCreated, result.ClaimsCreated, result.RelationshipsCreated));
        Assert.Equal(before + 1, await Version());
        Assert.Equal(before + 1, (await Store.GetViewAsync(None)).Snapshot.Version);
    }

    [ContractFact]
    public async Task Nobody_sees_a_load_before_it_is_committed()
    {
        await Say(World.Supply());
        var (before, view) = (await Everything(), await Store.GetViewAsync(None));
        await using var load = await Store.BeginLoadAsync("a", None);
        var claim = World.Supply("Nikkei") with { Unit = "GWh", Amount = 1 };
        await load.AddAsync(new() { Entities = [new("acme", EntityKind.Company, "Acme")], Claims = [claim] }, None);
        Assert.Equal(before, await Everything());
        Assert.Same(view, await Store.GetViewAsync(None));
        Assert.Empty(await Store.GetUnitsAsync(None));
        Assert.Empty((await Store.ListClaimsAsync(new() { Import = "a" }, new(), None)).Items);
        Assert.Null(await Store.GetImportReportAsync("a", None));
        await load.CommitAsync("{}", None);
        Assert.True((await Store.GetViewAsync(None)).Names.Resolve("Acme").Found);
        Assert.Equal(2, (await Relationship(World.SupplyId)).Claims);
    }

    [ContractFact]
    public async Task A_load_that_is_not_committed_leaves_nothing()
    {
        var (before, view) = (await Everything(), await Store.GetViewAsync(None));
        await using (var load = await Store.BeginLoadAsync("a", None))
            await load.AddAsync(new() { Entities = [new("acme", EntityKind.Company, "Acme")], Claims = [World.Supply()] }, None);
        Assert.Equal(before, await Everything());
        Assert.Same(view, await Store.GetViewAsync(None));
        Assert.Null(await Store.UndoImportAsync("a", None));
        await Reopen();
        Assert.Equal(before, await Everything());
        Assert.Equal((1, 1), await Created(Store.CommitAsync(new() { Entities = [new("acme", EntityKind.Company, "Acme")], Claims = [World.Supply()] }, None)));
    }

    private static async Task<(int Entities, int Claims)> Created(Task<CommitResult> commit) => ((await commit).EntitiesCreated, (await commit).ClaimsCreated);

    [ContractFact]
    public async Task Sets_added_without_waiting_are_written_in_their_order()
    {
        await using var load = await Store.BeginLoadAsync("a", None);
        var adds = new List<Task<IReadOnlyList<Refusal>>> { load.AddAsync(Entities(new Entity("acme-0", EntityKind.Company, "Acme 0")), None) };
        for (var i = 1; i <= 20; i++)
        {
            // Each set needs the one before: its claim names the entity that came there.
            var set = new ChangeSet
            {
                Entities = [new($"acme-{i}", EntityKind.Company, $"Acme {i}")],
                Claims = [World.Supply(confidence: i / 100.0), World.Supply() with { From = $"acme-{i - 1}" }],
            };
            adds.Add(load.AddAsync(set, None));
        }
        Assert.All(await Task.WhenAll(adds), Assert.Empty);
        var result = await load.CommitAsync(null, None);
        Assert.Equal((21, 21, 19), (result.EntitiesCreated, result.ClaimsCreated, result.ClaimsChanged));
        Assert.Equal(0.2, (await Relationship(World.SupplyId)).Confidence);
    }

    [ContractFact]
    public async Task A_set_added_without_waiting_meets_entities_as_the_sets_before_it_left_them()
    {
        var acme = new Entity("acme", EntityKind.Company, "Acme") { Country = "atlantis" };
        Claim connects = World.Of(RelationshipType.Connects, "asia", "china"), supplies = World.Supply() with { From = "acme" };
        await using var load = await Store.BeginLoadAsync("a", None);
        // The store has met both now: the one is a region, the other refused.
        Assert.Equal(3, (await load.AddAsync(new() { Entities = [acme], Claims = [connects, supplies] }, None)).Count);
        var adds = new[]
        {
            load.AddAsync(Entities(new Entity("asia", EntityKind.Corridor, "Asia"), acme with { Country = "china" }), None),
            load.AddAsync(Claims(connects, supplies), None),
        };
        Assert.All(await Task.WhenAll(adds), Assert.Empty);
        Assert.Equal(2, (await load.CommitAsync(null, None)).RelationshipsCreated);
        Assert.Equal(["connects~asia~china~~", "supplies~acme~byd~cell~"], await Ids(new()));
    }

    [ContractFact]
    public async Task A_commit_waits_for_the_sets_before_it()
    {
        await using var load = await Store.BeginLoadAsync("a", None);
        for (var i = 0; i < 10; i++) _ = load.AddAsync(Claims(World.Supply($"Publisher {i}")), None);
        Assert.Equal(10, (await load.CommitAsync(null, None)).ClaimsCreated);
        Assert.Equal(10, (await Relationship(World.SupplyId)).Claims);
    }

    [ContractFact]
    public async Task Another_load_begins_when_the_one_before_has_ended()
    {
        var before = await Version();
        var first = await Store.BeginLoadAsync("a", None);
        var second = Store.BeginLoadAsync("b", None);
        await first.AddAsync(Claims(World.Supply()), None);
        await first.CommitAsync(null, None);
        await first.DisposeAsync();
        await using var load = await second;
        Assert.Equal(before + 1, load.Before.Snapshot.Version);
        await load.AddAsync(Claims(World.Supply("Nikkei")), None);
        Assert.Equal(before + 2, (await load.CommitAsync(null, None)).Version);
    }

    [ContractFact]
    public async Task A_commit_waits_for_a_load_to_end_and_so_does_an_undoing()
    {
        await Load("old", Claims(World.Supply("Dawn")));
        var before = await Version();
        var load = await Store.BeginLoadAsync("a", None);
        var commit = Say(World.Supply("Nikkei"));
        var undoing = Store.UndoImportAsync("old", None);
        await load.AddAsync(Claims(World.Supply()), None);
        Assert.Equal(before + 1, (await load.CommitAsync(null, None)).Version);
        await load.DisposeAsync();
        Assert.Equal([before + 2, before + 3], new[] { (await commit).Version, (await undoing)!.Version }.Order());
        Assert.Equal(2, (await Relationship(World.SupplyId)).Claims);
    }

    [ContractFact]
    public async Task Who_gives_up_waiting_for_a_load_disturbs_nobody()
    {
        using var cancel = new CancellationTokenSource();
        var load = await Store.BeginLoadAsync("a", None);
        var waiting = Store.BeginLoadAsync("b", cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await load.AddAsync(Claims(World.Supply()), None);
        await load.CommitAsync(null, None);
        await load.DisposeAsync();
        Assert.Equal(1, (await Load("c", Claims(World.Supply("Nikkei")))).ClaimsCreated);
    }

    [ContractFact]
    public async Task A_load_that_is_cancelled_in_the_middle_leaves_nothing()
    {
        var before = await Everything();
        using var cancel = new CancellationTokenSource();
        await using (var load = await Store.BeginLoadAsync("a", None))
        {
            await load.AddAsync(Claims(World.Supply()), cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load.AddAsync(Claims(World.Supply("Nikkei")), cancel.Token));
            // With a set missing the load is not what its caller meant.
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load.CommitAsync(null, None));
        }
        Assert.Equal(before, await Everything());
        Assert.Equal(1, (await Load("b", Claims(World.Supply()))).ClaimsCreated);
    }

    [ContractFact]
    public async Task A_commit_of_a_load_that_is_cancelled_leaves_nothing()
    {
        var before = await Everything();
        await using (var load = await Store.BeginLoadAsync("a", None))
        {
            await load.AddAsync(Claims(World.Supply()), None);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load.CommitAsync(null, new CancellationToken(canceled: true)));
        }
        Assert.Equal(before, await Everything());
    }

    [ContractFact]
    public async Task A_load_that_has_ended_takes_nothing_more()
    {
        var load = await Store.BeginLoadAsync("a", None);
        await load.CommitAsync(null, None);
        var before = await Everything();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => load.AddAsync(Claims(World.Supply()), None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => load.CommitAsync(null, None));
        await load.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => load.AddAsync(Claims(World.Supply()), None));
        Assert.Equal(before, await Everything());
    }

    [ContractFact]
    public async Task A_load_removes_nothing()
    {
        var claim = (await Say(World.Supply())).ClaimIds[0];
        await using var load = await Store.BeginLoadAsync("a", None);
        await Assert.ThrowsAsync<ArgumentException>(() => load.AddAsync(new ChangeSet { RemovedClaims = [claim] }, None));
        await Assert.ThrowsAsync<ArgumentException>(() => load.AddAsync(new ChangeSet { RemovedEntities = ["asia"] }, None));
    }
}
