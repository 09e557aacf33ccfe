using System.Globalization;
using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>An export shows one version, whatever is committed between its pages and between the statements of a page.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class ReadsExportTests : IAsyncLifetime
{
    private const int Things = 12;

    private GraphReads reads = null!;
    private long version;
    private int commits;

    private Neo4jGraphStore Store { get; set; } = null!;

    private RecordingTransport Transport { get; set; } = null!;

    public async Task InitializeAsync()
    {
        if (Neo4jServer.Missing is not null) return;
        await Neo4jServer.EmptyAsync();
        Store = new Neo4jGraphStore(ReadsFixture.Options);
        await Store.OpenAsync(CancellationToken.None);
        await Store.CommitAsync(new ChangeSet { Entities = [new("cell", EntityKind.Component, "Cell"), .. Companies] }, CancellationToken.None);
        var claims = Enumerable.Range(1, Things - 1).Select(i => Supply(i)).ToList();
        version = (await Store.CommitAsync(new ChangeSet { Claims = claims }, CancellationToken.None)).Version;
        Transport = new RecordingTransport(CypherTransport.Open(ReadsFixture.Options));
        reads = new GraphReads(Transport) { ExportPage = 4 };
    }

    public async Task DisposeAsync()
    {
        if (Neo4jServer.Missing is not null) return;
        await Transport.DisposeAsync();
        await Store.DisposeAsync();
        await Neo4jServer.EmptyAsync();
    }

    [Neo4jFact]
    public async Task Entities_are_those_of_its_version()
    {
        var before = await AllAsync(reads.ExportEntitiesAsync(version, CancellationToken.None));
        Transport.Before = _ => CommitAsync();
        Assert.Equal(before, await AllAsync(reads.ExportEntitiesAsync(version, CancellationToken.None)));
        Assert.Equal(Things + 1, before.Count);
        Assert.True(commits > 5, $"only {commits} commits meanwhile");
    }

    [Neo4jFact]
    public async Task Claims_are_those_of_its_version()
    {
        var before = await AllAsync(reads.ExportClaimsAsync(version, CancellationToken.None));
        Transport.Before = _ => CommitAsync();
        Assert.Equal(before, await AllAsync(reads.ExportClaimsAsync(version, CancellationToken.None)));
        Assert.Equal(Things - 1, before.Count);
        Assert.True(commits > 5, $"only {commits} commits meanwhile");
    }

    [Neo4jFact]
    public async Task One_whose_past_was_cleared_away_ends_with_an_error()
    {
        await Neo4jServer.RunAsync("MATCH (g:SupplyGraph) SET g.pastFrom = $from", new { from = version + 1 });
        Assert.NotEmpty(await AllAsync(reads.ExportClaimsAsync(version, CancellationToken.None)));
        await Neo4jServer.RunAsync("MATCH (g:SupplyGraph) SET g.pastFrom = $from", new { from = version + 2 });
        var gone = await Assert.ThrowsAsync<GraphUnavailableException>(() => AllAsync(reads.ExportClaimsAsync(version, CancellationToken.None)));
        Assert.Contains("parts of that version are gone", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Past_things_come_back_as_they_were()
    {
        var entity = new Entity("𠮷", EntityKind.Component, "吉")
        {
            Aliases = ["a", "b|c"],
            Latitude = 0.1,
            Stage = Stage.TwoThreeWheelers,
            Url = "u",
            Country = "c",
            Iso2 = "X",
        };
        Assert.Equal(entity, PastThing.ReadEntity(PastThing.ToJson(entity)));
        var claim = Supply(1) with
        {
            Amount = 1.25m,
            Unit = "t",
            ValidTo = PartialDate.Parse("2030-06"),
            Statement = "\"so\"",
            SourceDate = PartialDate.Parse("2025"),
        };
        Assert.Equal(claim, PastThing.ReadClaim(PastThing.ToJson(claim)));
        Assert.Equal((claim.Key.Id, claim.Id), PastThing.PartsOfKey(PastThing.Key(claim.Key.Id, claim.Id)));
    }

    [Fact]
    public void Ids_are_compared_by_code_points()
    {
        string[] ordered = ["", "a", "a~", "b", "﨎", "﨎a", "𠮷", "𠮷a", "𠮸"];
        Assert.Equal(ordered, ordered.Reverse().Order(OrderOfIds.Instance));
    }

    // Changes, removes, brings back and adds, at the beginning, in the middle and at the end.
    private async Task CommitAsync()
    {
        var turn = commits++;
        if (turn >= Things) return;
        await Store.CommitAsync(
            new ChangeSet
            {
                RemovedClaims = [Supply(1 + (turn * 5 % (Things - 1))).Id],
                Entities = [Company(turn * 7 % Things, $"renamed {turn}"), Company(100 + turn, $"new {turn}")],
                Claims = [Supply(1 + (turn * 3 % (Things - 1)), 0.1 + (turn / 100.0))],
            },
            CancellationToken.None);
    }

    private static IEnumerable<Entity> Companies => Enumerable.Range(0, Things).Select(i => Company(i, $"Company {i}"));

    private static Entity Company(int i, string name) => new(string.Create(CultureInfo.InvariantCulture, $"company-{i:000}"), EntityKind.Company, name);

    private static Claim Supply(int from, double confidence = 0.5) => new(RelationshipType.Supplies, Company(from, "").Id, Company(0, "").Id)
    {
        Component = "cell",
        Publisher = "Reuters",
        SourceUrl = "https://example.org",
        Confidence = confidence,
    };

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> things)
    {
        var all = new List<T>();
        await foreach (var thing in things) all.Add(thing);
        return all;
    }
}
