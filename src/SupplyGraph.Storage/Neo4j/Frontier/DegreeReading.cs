using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>Counts the relationships of one entity in the database.</summary>
internal static class DegreeReading
{
    private static readonly string Text =
        $"{Side($"-[r:{CypherNames.AnyOf([])}]->", isFrom: "true")} UNION ALL {Side($"<-[r:{CypherNames.AnyOf([])}]-", isFrom: "false")}";

    private static string Side(string pattern, string isFrom) =>
        $"MATCH (e:{CypherNames.Entity} {{id: $id}}) MATCH (e){pattern}() WHERE r.since <= $version "
        + $"RETURN type(r) AS type, {isFrom} AS isFrom, count(r) AS count";

    /// <summary>How many of each type lead from it and to it, as a version has them. O(its degree), in the database.</summary>
    public static async Task<IReadOnlyList<EntityDegree>> ReadAsync(ICypherTransport transport, long version, string entity, CancellationToken cancel)
    {
        var parameters = new Dictionary<string, object?> { ["id"] = entity, ["version"] = version };
        var rows = await transport.RunAsync(new CypherStatement(Text) { Parameters = parameters }, cancel);
        return
        [
            .. rows.Where(row => CypherNames.TypeOf(row.Text(0)) is not null)
                .Select(row => new EntityDegree(CypherNames.TypeOf(row.Text(0))!.Value, row.Bool(1), row.Int(2))),
        ];
    }
}
