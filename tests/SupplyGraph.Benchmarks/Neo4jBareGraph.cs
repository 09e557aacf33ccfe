using System.Diagnostics;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Benchmarks;

/// <summary>What a user of Neo4j would write to get relationships in and out: the measure for our loads and projections.</summary>
internal static class Neo4jBareGraph
{
    private const int Batch = 10_000;

    private const string Create = "UNWIND $rows AS x MATCH (a:Entity {id: x.from}) MATCH (b:Entity {id: x.to}) CREATE (a)-[:BARE]->(b)";

    private const string ReadAll = "MATCH (a:Entity)-[r:SUPPLIES]->(b:Entity) RETURN a.id, b.id, r.component, r.status, r.confidence, r.validFrom, r.validTo";

    /// <summary>Creates relationships without properties between entities that are there, and removes them after. Rows per second.</summary>
    public static async Task<double> CreateAsync(ICypherTransport transport, string claims)
    {
        var rows = File.ReadLines(claims).Skip(1).Select(line => line.Split(',', 4)).Select(f => new Dictionary<string, object?> { ["from"] = f[1], ["to"] = f[2] });
        var (count, started) = (0, Stopwatch.GetTimestamp());
        foreach (var part in rows.Chunk(Batch))
        {
            await RunAsync(transport, Create, part);
            count += part.Length;
        }
        var took = Stopwatch.GetElapsedTime(started);
        await RunAsync(transport, "MATCH ()-[r:BARE]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS", []);
        return count / took.TotalSeconds;
    }

    /// <summary>Reads all relationships by one statement. Rows per second.</summary>
    public static async Task<double> ReadAsync(ICypherTransport transport)
    {
        var (count, started) = (0L, Stopwatch.GetTimestamp());
        var statement = new CypherStatement(ReadAll) { Timeout = TimeSpan.FromMinutes(10) };
        await foreach (var row in transport.StreamAsync(statement, CancellationToken.None))
            if (!row.IsNull(0)) count++;
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Deletes every node and relationship.</summary>
    public static async Task EmptyAsync(ICypherTransport transport)
    {
        await RunAsync(transport, "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS", []);
        await RunAsync(transport, "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS", []);
    }

    private static Task<IReadOnlyList<CypherRow>> RunAsync(ICypherTransport transport, string text, IReadOnlyList<Dictionary<string, object?>> rows) => transport.RunAsync(
        new CypherStatement(text)
        {
            Parameters = new Dictionary<string, object?> { ["rows"] = rows },
            Writes = true,
            Timeout = TimeSpan.FromMinutes(10),
        },
        CancellationToken.None);
}
