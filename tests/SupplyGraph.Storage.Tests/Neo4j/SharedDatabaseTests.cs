using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>The database belongs to others too: other people's nodes, and other servers that end without a word.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class SharedDatabaseTests : IAsyncLifetime
{
    private static readonly CancellationToken none = CancellationToken.None;

    public Task InitializeAsync() => Neo4jServer.Missing is null ? Neo4jServer.EmptyAsync() : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    [Neo4jFact]
    public async Task Other_peoples_nodes_stay_as_they_are_and_no_answer_shows_them()
    {
        await Neo4jServer.RunAsync("""
            CREATE (p:Person {name: 'Ada'})-[:KNOWS]->(:Person {name: 'Grace'})
            CREATE (x:Company {id: 'theirs', name: 'Theirs'})-[:SUPPLIES {id: 'supplies~theirs~other~~'}]->(:Company {id: 'other'})
            CREATE (:Source {title: 'A book'}), (:Claim {text: 'A claim of another kind'})
            """);
        var before = await TheirsAsync();
        await using var store = await OpenAsync();
        await store.CommitAsync(new ChangeSet { Entities = World.Entities, Claims = [World.Supply()] }, none);
        await using (var load = await store.BeginLoadAsync("a", none))
        {
            await load.AddAsync(new ChangeSet { Claims = [World.Supply("Nikkei")] }, none);
            await load.CommitAsync(null, none);
        }
        Assert.Equal(World.Entities.Count, (await store.GetStatisticsAsync(none)).Entities);
        Assert.Single((await store.ListRelationshipsAsync(new(), new(), none)).Items);
        Assert.False((await store.GetViewAsync(none)).Names.Resolve("Theirs").Found);
        await store.UndoImportAsync("a", none);
        await store.CommitAsync(new ChangeSet { RemovedClaims = [World.Supply().Id] }, none);
        Assert.Equal(before, await TheirsAsync());
    }

    [Neo4jFact]
    public async Task An_id_that_a_node_of_somebody_else_bears_is_refused_by_name()
    {
        await Neo4jServer.RunAsync("CREATE (:Entity {id: 'byd', name: 'Somebody else'})");
        await using var store = await OpenAsync();
        var refused = await Assert.ThrowsAsync<ChangesRefusedException>(() => store.CommitAsync(new ChangeSet { Entities = World.Entities }, none));
        var refusal = Assert.Single(refused.Refusals, r => r.Code == RefusalCode.DuplicateName);
        Assert.Equal(("entities", 0, "id"), (refusal.Part, refusal.Index, refusal.Field));
        Assert.Contains("a node of somebody else", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await store.GetStatisticsAsync(none)).Entities);
    }

    [Neo4jFact]
    public async Task What_people_tied_to_an_entity_keeps_it_from_being_removed()
    {
        await using var store = await OpenAsync();
        await store.CommitAsync(new ChangeSet { Entities = World.Entities }, none);
        await Neo4jServer.RunAsync("MATCH (e:Entity {id: 'seal'}) CREATE (:Note {text: 'test drive'})-[:ABOUT]->(e) SET e.score = 5");
        var refused = await Assert.ThrowsAsync<ChangesRefusedException>(() => store.CommitAsync(new ChangeSet { RemovedEntities = ["seal"] }, none));
        Assert.Equal(RefusalCode.InUse, Assert.Single(refused.Refusals).Code);
        await store.CommitAsync(new ChangeSet { Entities = [new("seal", EntityKind.Vehicle, "BYD Seal 06")] }, none);
        Assert.Equal("5", (await Neo4jServer.RunAsync("MATCH (e:Entity {id: 'seal', name: 'BYD Seal 06'}) RETURN e.score"))[0][0].GetRawText());
    }

    [Neo4jFact]
    public async Task A_load_of_a_server_that_vanished_is_cleared_away_by_the_next_writer()
    {
        await using var store = await OpenAsync();
        await store.CommitAsync(new ChangeSet { Entities = World.Entities, Claims = [World.Supply()] }, none);
        var vanishing = new VanishingTransport(Options);
        var other = new Neo4jGraphStore(Options with { Lease = TimeSpan.FromSeconds(2) }, vanishing);
        await other.OpenAsync(none);
        var load = await other.BeginLoadAsync("a", none);
        var makers = Enumerable.Range(0, 3000).Select(i => new Entity($"maker-{i}", EntityKind.Company, $"Maker {i}")).ToList();
        await load.AddAsync(new ChangeSet { Entities = makers, Claims = [.. makers.Select(m => World.Supply() with { From = m.Id })] }, none);
        await load.AddAsync(new ChangeSet { Claims = [World.Supply("Nikkei")] }, none);
        // It is staged beside what the caller goes on with.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await Neo4jServer.RunAsync("MATCH (e:Entity {id: 'maker-17'}) RETURN e.since")).Count == 0) await Task.Delay(20, limit.Token);
        vanishing.Vanish();

        var result = await store.CommitAsync(new ChangeSet { Claims = [World.Supply("Dawn")] }, none);
        Assert.Equal(2, result.Version);
        Assert.Empty(await Neo4jServer.RunAsync("MATCH (e:Entity) WHERE e.id STARTS WITH 'maker-' RETURN e.id"));
        Assert.Equal("2", (await Neo4jServer.RunAsync("MATCH (c:Claim) RETURN count(c)"))[0][0].GetRawText());
        Assert.Equal("1", (await Neo4jServer.RunAsync("MATCH ()-[r:SUPPLIES]->() RETURN count(r)"))[0][0].GetRawText());
        Assert.Equal(2, (await store.GetRelationshipsAsync([World.SupplyId], none))[World.SupplyId].Claims);
        // It comes back and does not know: its load must not be committed by half.
        vanishing.Return();
        await Assert.ThrowsAnyAsync<GraphUnavailableException>(() => load.CommitAsync(null, none));
        await load.DisposeAsync();
        await other.DisposeAsync();
        Assert.Equal(3, (await store.CommitAsync(new ChangeSet { Claims = [World.Supply("Zaobao")] }, none)).Version);
    }

    private static Neo4jStoreOptions Options => Neo4jGraphStoreTests.Options;

    private static async Task<Neo4jGraphStore> OpenAsync()
    {
        var store = new Neo4jGraphStore(Options);
        await store.OpenAsync(none);
        return store;
    }

    private static async Task<string> TheirsAsync() => string.Join('\n', (await Neo4jServer.RunAsync("""
        MATCH (n) WHERE n.since IS NULL AND none(label IN labels(n) WHERE label STARTS WITH 'SupplyGraph')
        OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n), properties(n), type(r), properties(r), properties(m) ORDER BY toString(n.name) + toString(n.id)
        """)).Select(row => row.GetRawText()).Order(StringComparer.Ordinal));
}
