using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// Deletes what changed and removed things were (see <see cref="Reads.PastThing"/>), once no export that began before can still be under way. Several
/// servers may do it at once.
/// </summary>
internal sealed class PastSweeping(ICypherTransport transport, TimeProvider clock)
{
    /// <summary>How long an export may last while others commit.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    // An export that needs what goes here must learn of it: the mark is raised with the deleting, and stands before it.
    private const string Sweep = """
        MATCH (v:SupplyGraphVersion) WHERE v.at < $before WITH max(v.version) AS version WHERE version IS NOT NULL
        MATCH (g:SupplyGraph {key: 'graph'}) WHERE coalesce(g.pastFrom, 0) < version
        SET g.pastFrom = version
        WITH version MATCH (p:SupplyGraphPast) WHERE p.until < version
        DELETE p
        """;

    public Task SweepAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().Subtract(Kept).ToUnixTimeMilliseconds();
        return transport.RunAsync(
            new CypherStatement(Sweep) { Parameters = new Dictionary<string, object?> { ["before"] = before }, Writes = true }, cancel);
    }
}
