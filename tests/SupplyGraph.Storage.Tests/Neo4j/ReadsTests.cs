using System.Collections.Concurrent;
using SupplyGraph.Storage.Embedded;
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>
/// What is read from Neo4j is what the embedded store reads of the same graph, though a load is staged beside it and others keep nodes there too.
/// </summary>
[Collection(Neo4jCollection.Name)]
public sealed class ReadsTests(ReadsFixture fixture) : IClassFixture<ReadsFixture>
{
    [Neo4jFact]
    public async Task Every_question_has_the_answer_of_the_embedded_store()
    {
        var asked = await fixture.AskAllAsync();
        Assert.True(asked.Count > 250, $"only {asked.Count} questions");
        var different = asked.Where(a => a.Answer != a.Expected).Select(a => $"{a.Name}: {FirstDifference(a.Expected, a.Answer)}").ToList();
        Assert.True(different.Count == 0, $"{different.Count} of {asked.Count} answers differ:\n{string.Join('\n', different.Take(20))}");
    }

    [Neo4jFact]
    public async Task No_statement_that_reads_looks_at_all_there_is()
    {
        await fixture.AskAllAsync();
        // The statistics alone ask for all there is.
        var reading = fixture.Transport.Statements.Where(s => !s.Writes && !s.Text.Contains("count(*)", StringComparison.Ordinal)).ToList();
        Assert.True(reading.Count > 40, $"only {reading.Count} statements");
        var scans = await Plans.ScansAsync(reading);
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    [Neo4jFact]
    public async Task No_statement_that_writes_looks_at_all_there_is()
    {
        // All of the taxonomy is what a commit is told that may close a circle in it.
        var writing = fixture.Writing.Where(s => !s.Text.Contains("$taxonomy", StringComparison.Ordinal)).ToList();
        Assert.True(writing.Count > 10, $"only {writing.Count} statements");
        var scans = await Plans.ScansAsync(writing);
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    [Neo4jFact]
    public async Task An_earlier_version_does_not_show_what_came_after_it()
    {
        var none = CancellationToken.None;
        var changes = await ReadsQuestions.AllAsync(page => fixture.Embedded.ListChangesAsync(0, page, none));
        var earlier = ReadsStore.Of(fixture.Reads, 2);
        var seen = await ReadsQuestions.AllAsync(page => earlier.ListClaimsAsync(new(), page, none));
        var shown = changes.Where(c => c is { Version: <= 2, What: "claim", Action: "created" }).Select(c => c.Id).ToHashSet();
        Assert.NotEmpty(seen);
        Assert.All(seen, claim => Assert.Contains(claim.Id, shown));
        Assert.All(await ReadsQuestions.AllAsync(page => earlier.ListChangesAsync(0, page, none)), change => Assert.InRange(change.Version, 1, 2));
        Assert.Equal(2, (await earlier.GetStatisticsAsync(none)).Version);
    }

    [Neo4jFact]
    public async Task An_empty_version_shows_nothing()
    {
        var empty = ReadsStore.Of(fixture.Reads, 0);
        Assert.Empty((await empty.ListRelationshipsAsync(new(), new(), CancellationToken.None)).Items);
        Assert.Empty((await empty.ListChangesAsync(0, new(), CancellationToken.None)).Items);
        var statistics = await empty.GetStatisticsAsync(CancellationToken.None);
        Assert.Equal((0, null, 0, 0), (statistics.Version, statistics.ChangedAt, statistics.Entities, statistics.Claims));
    }

    private static string FirstDifference(string expected, string answer)
    {
        const int around = 120;
        var from = Math.Max(0, expected.AsSpan().CommonPrefixLength(answer) - (around / 2));
        return $"expected …{Cut(expected)}… but was …{Cut(answer)}…";

        string Cut(string text) => text.Substring(Math.Min(from, text.Length), Math.Min(around, text.Length - Math.Min(from, text.Length)));
    }
}

/// <summary>The same graph in an embedded store and in Neo4j, there with other people's nodes and a staged load beside it.</summary>
public sealed class ReadsFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-").FullName;

    private Task<List<(string Name, string Expected, string Answer)>>? asked;

    internal IGraphStore Embedded { get; private set; } = null!;

    internal RecordingTransport Transport { get; private set; } = null!;

    /// <summary>What the store asked of the database as it was filled: to judge what commits concern, and to write them.</summary>
    internal IReadOnlyList<CypherStatement> Writing { get; private set; } = [];

    internal GraphReads Reads { get; private set; } = null!;

    internal IGraphStore Neo4j { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Neo4jServer.Missing is not null) return;
        // Both tell the same time, so that their changes are the same.
        var clock = new StoppedClock();
        Embedded = new EmbeddedGraphStore(new EmbeddedStoreOptions { Path = Path.Combine(folder, "graph.db"), Clock = clock });
        await Embedded.OpenAsync(CancellationToken.None);
        await ReadsGraph.FillAsync(Embedded);
        await Neo4jServer.EmptyAsync();
        var options = Options with { Clock = clock };
        var writing = new RecordingTransport(CypherTransport.Open(options));
        await using (var store = new Neo4jGraphStore(options, writing))
        {
            await store.OpenAsync(CancellationToken.None);
            writing.Forget();
            await ReadsGraph.FillAsync(store);
        }
        Writing = [.. writing.Statements];
        var version = (await Embedded.GetStatisticsAsync(CancellationToken.None)).Version;
        await AddForeignAndStagedAsync(version);
        Transport = new RecordingTransport(CypherTransport.Open(options));
        Reads = new GraphReads(Transport) { ExportPage = 37 };
        Neo4j = ReadsStore.Of(Reads, version);
    }

    // A machine that builds and tests at once may take its time.
    internal static Neo4jStoreOptions Options => new()
    {
        Uri = Neo4jServer.Uri,
        User = Neo4jServer.User,
        Password = Neo4jServer.Password,
        StatementTimeout = TimeSpan.FromMinutes(5),
    };

    /// <summary>Puts every question to both stores, once for all tests.</summary>
    internal Task<List<(string Name, string Expected, string Answer)>> AskAllAsync() => asked ??= AskAsync();

    private async Task<List<(string Name, string Expected, string Answer)>> AskAsync()
    {
        var (relationships, claims, sources) = await IdsAsync();
        var answers = new ConcurrentBag<(string, string, string)>();
        await Parallel.ForEachAsync(ReadsQuestions.All(relationships, claims, sources), async (question, _) =>
            answers.Add((question.Name, await question.AskAsync(Embedded), await question.AskAsync(Neo4j))));
        return [.. answers];
    }

    /// <summary>Ids of all relationships, claims and sources.</summary>
    private async Task<(List<string> Relationships, List<string> Claims, List<string> Sources)> IdsAsync()
    {
        var none = CancellationToken.None;
        return (
            (await ReadsQuestions.AllAsync(page => Embedded.ListRelationshipsAsync(new(), page, none))).ConvertAll(r => r.Id),
            (await ReadsQuestions.AllAsync(page => Embedded.ListClaimsAsync(new(), page, none))).ConvertAll(c => c.Id),
            (await ReadsQuestions.AllAsync(page => Embedded.ListSourcesAsync(new(), page, none))).ConvertAll(s => s.Id));
    }

    public async Task DisposeAsync()
    {
        if (Neo4jServer.Missing is null)
        {
            await Transport.DisposeAsync();
            await Embedded.DisposeAsync();
            await Neo4jServer.EmptyAsync();
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task AddForeignAndStagedAsync(long version)
    {
        await Neo4jServer.RunAsync("""
            MATCH (a:Entity {id: 'company-0'}) MATCH (b:Entity {id: 'company-1'})
            CREATE (x:Entity:Company {id: 'company-0x', kind: 'company', name: 'Of other people', country: 'country-1'})
            CREATE (:Claim {id: 'mine', n: 15, relationship: 'supplies~company-0~company-1~component-0~', publisherKey: 'dawn', unit: 'GWh/yr'})
            CREATE (:Source {id: '00', publisherKey: 'dawn'}), (:Company {name: 'No entity'})
            CREATE (a)-[:SUPPLIES {id: 'supplies~company-0~company-1~x~', component: 'component-0'}]->(b), (a)-[:KNOWS]->(b)
            """);
        await Neo4jServer.RunAsync("""
            MATCH (a:Entity {id: 'company-0'}) MATCH (b:Entity {id: 'company-1'}) MATCH (s:Source) WHERE s.since IS NOT NULL WITH a, b, s LIMIT 1
            CREATE (e:Entity:Company {id: 'company-0y', n: 9999, kind: 'company', name: 'Staged', country: 'country-1', since: $next})
            CREATE (c:Claim {id: 'ffffffffffffffffffff', n: 99999, relationship: 'supplies~company-0~company-1~component-0~', type: 'supplies',
                status: 'established',
                publisher: 'Dawn', publisherKey: 'dawn', unit: 'GWh/yr', confidence: 0.5, import: 'import-1', since: $next})
            CREATE (c)-[:FROM]->(a), (c)-[:TO]->(b), (c)-[:CITES]->(s)
            CREATE (a)-[:SUPPLIES {id: 'supplies~company-0~company-1~component-0~research', component: 'component-0', status: 'established', confidence: 0.5,
                claims: 1, disputed: false, since: $next}]->(b)
            CREATE (:Source {id: '11111111111111111111', publisherKey: 'dawn', claims: 1, since: $next})
            CREATE (:SupplyGraphImport {id: 'import-3', report: 'not yet', firstClaim: 99999, lastClaim: 99999, since: $next})
            CREATE (:SupplyGraphVersion {version: $next, at: 1, lastChange: 100000})
            WITH a MATCH (r:SupplyGraphChanges) WITH max(r.first + r.count) AS first
            CREATE (:SupplyGraphChanges {version: $next, first: first, count: 1, what: 'claim', action: 'created', ids: ['ffffffffffffffffffff']})
            """, new { next = version + 1 });
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    }
}
