using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// Removes what a load has staged and will not commit. Its rows are found by their numbers, which lie behind the last ones of the graph. Removing is cut into
/// transactions: nobody sees these rows, so none of them needs to go with another.
/// </summary>
internal sealed class StagedRemains(ICypherTransport transport, TimeSpan timeout)
{
    private static readonly string[] Statements =
    [
        // First of all the lanes, so that a batch that is still on its way comes too late (see StagedLoad).
        "MATCH (l:SupplyGraphLane) DETACH DELETE l",
        $$"""
        MATCH (c:Claim) WHERE c.n > $lastClaim AND c.since > $version
        CALL (c) {
            MATCH (c)-[:FROM]->(a) MATCH (c)-[:TO]->(b)
            MATCH (a)-[r:{{CypherNames.AnyOf([])}}]->(b) WHERE r.id = c.relationship AND r.since > $version
            DELETE r
        }
        IN TRANSACTIONS OF 2000 ROWS
        """,
        """
        MATCH (c:Claim) WHERE c.n > $lastClaim AND c.since > $version
        CALL (c) {
            MATCH (c)-[:CITES]->(s:Source) WITH c, s, s.since > $version AS staged
            DETACH DELETE c
            WITH s WHERE staged AND NOT EXISTS { (s)<-[:CITES]-() }
            DELETE s
        }
        IN TRANSACTIONS OF 2000 ROWS
        """,
        "MATCH (e:Entity) WHERE e.n > $lastEntity AND e.since > $version CALL (e) { DETACH DELETE e } IN TRANSACTIONS OF 2000 ROWS",
        "MATCH (b:SupplyGraphChanges) WHERE b.version > $version CALL (b) { DELETE b } IN TRANSACTIONS OF 200 ROWS",
        "MATCH (i:SupplyGraphImport)-[x:RESTATES]->() WHERE x.since > $version CALL (x) { DELETE x } IN TRANSACTIONS OF 5000 ROWS",
        "MATCH (i:SupplyGraphImport) WHERE i.since > $version DETACH DELETE i",
    ];

    /// <summary>Removes them; who calls holds the lease.</summary>
    public async Task RemoveAsync(GraphState state, CancellationToken cancel)
    {
        var parameters = new Dictionary<string, object?>
        {
            ["version"] = state.Version,
            ["lastClaim"] = state.LastClaim,
            ["lastEntity"] = state.LastEntity,
        };
        foreach (var text in Statements)
            await transport.RunAsync(new CypherStatement(text) { Parameters = parameters, Writes = true, Timeout = timeout }, cancel);
    }
}
