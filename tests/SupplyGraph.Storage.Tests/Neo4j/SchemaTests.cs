using System.Text.Json;
using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>Opening a database: empty, with a graph of this, an older or a newer schema, with other people's things; and by several servers at once.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class SchemaTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private ICypherTransport transport = null!;

    public async Task InitializeAsync()
    {
        if (Neo4jServer.Missing is not null) return;
        await Neo4jServer.EmptyAsync();
        transport = CypherTransport.Open(ReadsFixture.Options);
    }

    public async Task DisposeAsync()
    {
        if (Neo4jServer.Missing is not null) return;
        await transport.DisposeAsync();
        await Neo4jServer.EmptyAsync();
    }

    [Neo4jFact]
    public async Task An_empty_database_becomes_an_empty_graph_with_every_constraint_and_index()
    {
        var opened = await OpenAsync();
        Assert.Equal(0, opened.Version);
        Assert.NotEmpty(opened.Identity);
        var online = await TextsAsync("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name");
        Assert.Equal("", string.Join(", ", SchemaElements.All.Select(e => e.Name).Except(online)));
        Assert.Equal(["2"], await TextsAsync("MATCH (g:SupplyGraph) RETURN toString(g.schema)"));
    }

    [Neo4jFact]
    public async Task Opening_again_changes_nothing()
    {
        var first = await OpenAsync();
        await Neo4jServer.RunAsync("MATCH (g:SupplyGraph) SET g.version = 7, g.lastEntity = 3");
        Assert.Equal(first with { Version = 7 }, await OpenAsync());
        Assert.Equal(["3"], await TextsAsync("MATCH (g:SupplyGraph) RETURN toString(g.lastEntity)"));
    }

    [Neo4jFact]
    public async Task A_dropped_index_comes_back()
    {
        await OpenAsync();
        await Neo4jServer.RunAsync("DROP INDEX supplygraph_claim_n");
        await OpenAsync();
        Assert.Equal(["ONLINE"], await TextsAsync("SHOW INDEXES YIELD name, state WHERE name = 'supplygraph_claim_n' RETURN state"));
    }

    [Neo4jFact]
    public async Task Servers_that_start_at_once_open_one_graph()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync()));
        Assert.Single(opened.Distinct());
        Assert.Equal(["1"], await TextsAsync("MATCH (g:SupplyGraph) RETURN toString(count(g))"));
    }

    [Neo4jFact]
    public async Task A_newer_schema_is_refused_with_both_versions()
    {
        await OpenAsync();
        await Neo4jServer.RunAsync("MATCH (g:SupplyGraph) SET g.schema = 99");
        var refused = await Assert.ThrowsAsync<InvalidDataException>(OpenAsync);
        Assert.Contains("schema version 99, newer than the 2", refused.Message, StringComparison.Ordinal);
    }

    [Neo4jFact]
    public async Task A_graph_of_version_1_takes_the_days_on_which_its_relationships_count()
    {
        await WriteVersion1Async();
        var opened = await OpenAsync();
        Assert.Equal(new OpenedGraph("old", 1), opened);
        await AssertMigratedAsync();
    }

    [Neo4jFact]
    public async Task Servers_that_migrate_at_once_end_with_one_migrated_graph()
    {
        await WriteVersion1Async();
        var opened = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => OpenAsync()));
        Assert.Single(opened.Distinct());
        await AssertMigratedAsync();
    }

    [Neo4jFact]
    public async Task A_migration_waits_for_who_holds_the_graph_and_takes_over_from_the_dead()
    {
        await WriteVersion1Async();
        await Neo4jServer.RunAsync("MATCH (g:SupplyGraph) SET g.holder = 'a load', g.heldUntil = timestamp() + 600000");
        var opening = OpenAsync();
        // It asks again and again: some of its questions go by before the holder is declared dead.
        await using (var other = CypherTransport.Open(ReadsFixture.Options))
            for (var asked = 0; asked < 20; asked++) await other.RunAsync(new CypherStatement("RETURN 1"), CancellationToken.None);
        Assert.Equal(["1"], await TextsAsync("MATCH (g:SupplyGraph) RETURN toString(g.schema)"));
        await Neo4jServer.RunAsync("MATCH (g:SupplyGraph) SET g.heldUntil = timestamp() - 1");
        await opening;
        await AssertMigratedAsync();
        Assert.Equal(["0"], await TextsAsync("MATCH (g:SupplyGraph) RETURN toString(g.heldUntil)"));
    }

    [Neo4jFact]
    public async Task Nodes_that_share_an_id_are_reported_and_left_alone()
    {
        await Neo4jServer.DropSchemaAsync();
        await Neo4jServer.RunAsync("CREATE (:Entity {id: 'x', of: 'others'}), (:Entity {id: 'x', of: 'others'})");
        var refused = await Assert.ThrowsAsync<InvalidDataException>(OpenAsync);
        Assert.Contains("Entity.id must be unique", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["2"], await TextsAsync("MATCH (e:Entity {of: 'others'}) RETURN toString(count(e))"));
    }

    [Neo4jFact]
    public async Task An_index_in_the_way_of_a_constraint_is_reported()
    {
        await Neo4jServer.DropSchemaAsync();
        await Neo4jServer.RunAsync("CREATE INDEX of_others FOR (e:Source) ON (e.id)");
        try
        {
            var refused = await Assert.ThrowsAsync<InvalidDataException>(OpenAsync);
            Assert.Contains("Source.id must be unique, but the database has an index on it already", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            await Neo4jServer.RunAsync("DROP INDEX of_others");
        }
    }

    [Neo4jFact]
    public async Task Other_peoples_nodes_stay_as_they_are()
    {
        await Neo4jServer.RunAsync(
            "CREATE (a:Entity:Person {id: 'ann', name: 'Ann'})-[:SUPPLIES {id: 'hers', validFrom: 'long ago'}]->(:Company {name: 'Hers'})");
        await WriteVersion1Async();
        await OpenAsync();
        Assert.Equal(
            ["""{"id":"ann","name":"Ann"}""", """{"id":"hers","validFrom":"long ago"}""", """{"name":"Hers"}"""],
            (await Neo4jServer.RunAsync("MATCH (a:Person)-[r]->(b) RETURN properties(a), properties(r), properties(b)"))[0].EnumerateArray()
                .Select(p => JsonSerializer.Serialize(p.Deserialize<SortedDictionary<string, JsonElement>>())));
    }

    [Fact]
    public void Names_of_labels_and_types_lead_back_to_kinds_and_types()
    {
        Assert.Equal(Enum.GetValues<EntityKind>(), CypherNames.Labels.Select(label => CypherNames.KindOf(label)!.Value));
        Assert.Equal(Enum.GetValues<RelationshipType>(), CypherNames.Types.Select(name => CypherNames.TypeOf(name)!.Value));
        Assert.Equal(("Company", "EXPORTS_TO"), (CypherNames.Label(EntityKind.Company), CypherNames.Type(RelationshipType.ExportsTo)));
        Assert.Null(CypherNames.KindOf("Person"));
        Assert.Null(CypherNames.TypeOf(CypherNames.BasedIn));
    }

    [Fact]
    public void Long_texts_are_cut_for_indexes_and_stay_apart()
    {
        var text = new string('字', Limits.TextLength);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(IndexedText.Of(text)), 1, IndexedText.MaxBytes);
        Assert.NotEqual(IndexedText.Of(text), IndexedText.Of(text + "x"));
        Assert.Equal("reuters", IndexedText.Of("reuters"));
    }

    private Task<OpenedGraph> OpenAsync() => GraphSchema.OpenAsync(transport, Patience, CancellationToken.None);

    // The model before there were begins, countsUntil and the full-text index.
    private static async Task WriteVersion1Async()
    {
        await Neo4jServer.RunAsync("DROP INDEX supplygraph_names IF EXISTS");
        await Neo4jServer.RunAsync("""
            CREATE (:SupplyGraph {key: 'graph', identity: 'old', schema: 1, version: 1, lastEntity: 2, lastRelationship: 3, lastClaim: 3, lastChange: 8})
            CREATE (a:Entity:Company {id: 'byd', kind: 'company', name: 'BYD', n: 1, since: 1})
            CREATE (b:Entity:Country {id: 'brazil', kind: 'country', name: 'Brazil', n: 2, since: 1})
            CREATE (a)-[:OPERATES_IN {id: 'operates_in~byd~brazil~~assembly', status: 'established', confidence: 0.5, validFrom: '2025',
                validTo: '2030-06', since: 1}]->(b)
            CREATE (a)-[:OPERATES_IN {id: 'operates_in~byd~brazil~~mining', status: 'announced', confidence: 0.5, since: 1}]->(b)
            CREATE (b)-[:PRODUCES {id: 'produces~brazil~byd~~', status: 'established', confidence: 0.5, validTo: '2024', since: 1}]->(a)
            """);
    }

    private static async Task AssertMigratedAsync()
    {
        Assert.Equal(["2"], await TextsAsync("MATCH (g:SupplyGraph) RETURN toString(g.schema)"));
        Assert.Equal(
            [
                $"operates_in~byd~brazil~~assembly {Days(RelationshipType.OperatesIn, "2025", "2030-06")}", "operates_in~byd~brazil~~mining - -",
                $"produces~brazil~byd~~ {Days(RelationshipType.Produces, null, "2024")}",
            ],
            await TextsAsync(
                "MATCH ()-[r]->() WHERE r.since = 1 RETURN r.id + ' ' + coalesce(r.begins, '-') + ' ' + coalesce(r.countsUntil, '-') AS x ORDER BY x"));
        Assert.Equal(["BYD"], await TextsAsync("CALL db.index.fulltext.queryNodes('supplygraph_names', 'byd') YIELD node RETURN node.name"));
    }

    private static string Days(RelationshipType type, string? from, string to) =>
        $"{RelationshipMap.Begins(from is null ? null : PartialDate.Parse(from)) ?? "-"} {RelationshipMap.CountsUntil(type, PartialDate.Parse(to))}";

    private static async Task<List<string>> TextsAsync(string statement) => [.. (await Neo4jServer.RunAsync(statement)).Select(row => row[0].GetString()!)];
}
