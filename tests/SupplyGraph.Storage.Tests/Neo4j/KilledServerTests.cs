using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>
/// The database is killed in the middle of commits: nothing that was acknowledged is lost, and nothing is there by half. SUPPLYGRAPH_NEO4J_KILLS says how often
/// (1 where it does not).
/// </summary>
[Collection(Neo4jCollection.Name)]
public sealed class KilledServerTests
{
    private const int Commits = 20, Makers = 25;

    private static readonly CancellationToken none = CancellationToken.None;

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("SUPPLYGRAPH_NEO4J_KILLS"), out var kills) ? kills : 1;

    [OwnNeo4jFact]
    public async Task A_server_that_is_killed_in_the_middle_of_commits_loses_nothing_and_keeps_no_half()
    {
        using var server = new OwnNeo4j();
        await server.StartAsync();
        await using (var first = await OpenAsync(server)) await first.CommitAsync(new ChangeSet { Entities = World.Entities }, none);
        for (var round = 0; round < Kills; round++)
        {
            await using var store = await OpenAsync(server);
            var acknowledged = new List<(int Commit, long Version)>();
            var before = (await store.GetStatisticsAsync(none)).Version;
            var writing = WriteAsync(store, round, acknowledged);
            while (acknowledged.Count < 1 + (round * 7 % (Commits - 2)) && !writing.IsCompleted) await Task.Delay(1);
            await server.KillAsync();
            await Assert.ThrowsAnyAsync<GraphUnavailableException>(() => writing);
            await server.StartAsync();
            await LookAsync(server, round, before, acknowledged);
        }
    }

    private static async Task WriteAsync(Neo4jGraphStore store, int round, List<(int, long)> acknowledged)
    {
        // More than the twenty, where the kill comes late: it must meet a commit.
        for (var commit = 0; ; commit++)
        {
            var result = await store.CommitAsync(Commit(round, commit), none);
            lock (acknowledged) acknowledged.Add((commit, result.Version));
        }
    }

    private static async Task LookAsync(OwnNeo4j server, int round, long before, List<(int Commit, long Version)> acknowledged)
    {
        await using var store = await OpenAsync(server);
        var last = acknowledged.Count == 0 ? -1 : acknowledged[^1].Commit;
        for (var commit = 0; commit <= last + 1; commit++)
        {
            var set = Commit(round, commit);
            var there = (await store.GetClaimsAsync([.. set.Claims.Select(c => c.Id)], none)).Count;
            var relationships = (await store.GetRelationshipsAsync([.. set.Claims.Select(c => c.Key.Id)], none)).Count;
            // The one that was under way may have come through or not; never a part of it.
            Assert.Contains((there, relationships), commit <= last ? [(Makers, Makers)] : new[] { (0, 0), (Makers, Makers) });
        }
        var version = (await store.GetStatisticsAsync(none)).Version;
        Assert.InRange(version, before + acknowledged.Count, before + acknowledged.Count + 1);
        var again = await store.CommitAsync(Commit(round, last + 1), none);
        Assert.Equal(before + acknowledged.Count + 1, again.Version);
        Assert.Equal(Makers, again.ClaimsCreated + again.ClaimsUnchanged);
    }

    private static ChangeSet Commit(int round, int commit) => new()
    {
        Entities = [.. Enumerable.Range(0, Makers).Select(i => new Entity($"maker-{round}-{commit}-{i}", EntityKind.Company, $"Maker {round} {commit} {i}"))],
        Claims = [.. Enumerable.Range(0, Makers).Select(i => World.Supply() with { From = $"maker-{round}-{commit}-{i}" })],
    };

    private static async Task<Neo4jGraphStore> OpenAsync(OwnNeo4j server)
    {
        var store = new Neo4jGraphStore(new Neo4jStoreOptions
        {
            Uri = server.Uri,
            Password = OwnNeo4j.Password,
            MaxRetries = 1,
            StatementTimeout = TimeSpan.FromSeconds(60),
        });
        await store.OpenAsync(none);
        return store;
    }
}
