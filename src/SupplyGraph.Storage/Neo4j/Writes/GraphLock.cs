using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// The graph's node as a lock. Setting a property to what it is locks the node until the statement ends and writes nothing; a commit holds the lock until all
/// that it wrote can be read. So a statement that begins with it reads no half of a commit, and what it reads stays true while it runs.
/// </summary>
internal static class GraphLock
{
    /// <summary>Takes the lock and goes on with <c>g</c>.</summary>
    // The node is found once more behind the lock, so that nothing of it is remembered from before.
    public const string Take = "MATCH (l:SupplyGraph {key: 'graph'}) SET l.lock = true WITH count(l) AS locked MATCH (g:SupplyGraph {key: 'graph'}) ";

    /// <summary>Goes on with <c>g</c>, which others may change meanwhile.</summary>
    public const string Look = "MATCH (g:SupplyGraph {key: 'graph'}) WITH g ";

    /// <summary>What <see cref="ReadState"/> takes. Leases are measured by the database's clock: those of servers differ.</summary>
    public const string StateColumns = "g.version, g.lastEntity, g.lastRelationship, g.lastClaim, g.lastChange, coalesce(g.lastImport, 0), "
        + "g.relationships, g.holder, coalesce(g.heldUntil > timestamp(), false)";

    public const int StateColumnCount = 9;

    public static GraphState ReadState(CypherRow row) =>
        new(row.Long(0), row.Long(1), row.Long(2), row.Long(3), row.Long(4), row.Long(5), row.Long(6), row.TextOrNull(7), row.Bool(8));
}
