using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>What an import brought or restated, as far as it is still there.</summary>
/// <param name="Relationships">Ids of the relationships with a claim of it.</param>
/// <param name="Entities">Ids of the entities that it created.</param>
internal sealed record ImportedThings(IReadOnlyList<string> Relationships, IReadOnlyList<string> Entities)
{
    // Claims of an import lie in one stretch of numbers, which saves an index.
    private const string Text = """
        MATCH (i:SupplyGraphImport {id: $import}) MATCH (g:SupplyGraph {key: 'graph'}) WHERE i.since <= g.version
        RETURN
            COLLECT { MATCH (c:Claim) WHERE c.n >= i.firstClaim AND c.n <= i.lastClaim AND c.import = $import RETURN DISTINCT c.relationship },
            COLLECT { MATCH (i)-[:RESTATES]->(c:Claim) RETURN DISTINCT c.relationship },
            COLLECT { MATCH (e:Entity {import: $import}) RETURN e.id }
        """;

    /// <summary>Reads it; null where no such import was committed.</summary>
    public static async Task<ImportedThings?> ReadAsync(ICypherTransport transport, string import, TimeSpan timeout, CancellationToken cancel)
    {
        var statement = new CypherStatement(Text) { Parameters = new Dictionary<string, object?> { ["import"] = import }, Timeout = timeout };
        return await transport.RunAsync(statement, cancel) is [var row]
            ? new ImportedThings([.. row.Texts(0).Union(row.Texts(1), StringComparer.Ordinal)], row.Texts(2))
            : null;
    }
}
