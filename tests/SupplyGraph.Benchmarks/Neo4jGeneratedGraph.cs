using System.Globalization;
using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Benchmarks;

/// <summary>A generated graph, written to Neo4j by plain statements; without claims, which no question for routes reads before it has its answer.</summary>
internal static class Neo4jGeneratedGraph
{
    public const long Version = 1;

    private const int Batch = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Writes it where the database is empty; one that was written before stays.</summary>
    public static async Task LoadAsync(ICypherTransport transport, string folder)
    {
        var opened = await GraphSchema.OpenAsync(transport, Patience, CancellationToken.None);
        if (opened.Version == Version) return;
        if (opened.Version != 0) throw new InvalidOperationException("The database holds another graph: give an empty one.");
        var entities = GeneratedSnapshot.Rows(folder, "entities.csv").Select(f => new Entity(f[0], GeneratedSnapshot.Kind(f[1]), f[2]) { Country = f[3].Length > 0 ? f[3] : null }).ToList();
        var number = 0;
        var numbers = entities.ToDictionary(e => e.Id, _ => ++number);
        foreach (var kind in entities.GroupBy(e => e.Kind))
        {
            var rows = kind.Select(e => new Dictionary<string, object?>(EntityMap.Properties(e)) { ["n"] = numbers[e.Id], ["since"] = Version });
            await WriteAsync(transport, $"UNWIND $rows AS row CREATE (e:Entity:{CypherNames.Label(kind.Key)}) SET e = row", rows);
        }
        var relationships = Relationships(folder).ToList();
        await WriteAsync(
            transport,
            "UNWIND $rows AS row MATCH (a:Entity {n: row.from}) MATCH (b:Entity {n: row.to}) CREATE (a)-[r:SUPPLIES]->(b) SET r = row.properties",
            relationships.Select((r, i) => new Dictionary<string, object?>
            {
                ["from"] = numbers[r.Key.From],
                ["to"] = numbers[r.Key.To],
                ["properties"] = new Dictionary<string, object?>(RelationshipMap.Properties(r)) { ["n"] = i + 1, ["since"] = Version },
            }));
        var parameters = new Dictionary<string, object?> { ["version"] = Version, ["entities"] = number, ["relationships"] = relationships.Count };
        await transport.RunAsync(
            new CypherStatement(
                "MATCH (g:SupplyGraph {key: 'graph'}) SET g.version = $version, g.lastEntity = $entities, g.relationships = $relationships, "
                + "g.lastRelationship = $relationships")
            { Parameters = parameters, Writes = true },
            CancellationToken.None);
    }

    // The generator's claims have one publisher: the best of those that speak of one relationship is its confidence.
    private static IEnumerable<Relationship> Relationships(string folder) =>
        from fields in GeneratedSnapshot.Rows(folder, "claims.csv")
        let confidence = double.Parse(fields[5], CultureInfo.InvariantCulture)
        group confidence by RelationshipKey.Of(RelationshipType.Supplies, fields[1], fields[2], fields[3]) into stated
        select new Relationship(stated.Key, Status.Established, stated.Max()) { Claims = stated.Count() };

    private static async Task WriteAsync(ICypherTransport transport, string text, IEnumerable<Dictionary<string, object?>> rows)
    {
        foreach (var part in rows.Chunk(Batch))
        {
            var statement = new CypherStatement(text)
            {
                Parameters = new Dictionary<string, object?> { ["rows"] = part },
                Writes = true,
                Idempotent = false,
                Timeout = Patience,
            };
            await transport.RunAsync(statement, CancellationToken.None);
        }
    }
}
