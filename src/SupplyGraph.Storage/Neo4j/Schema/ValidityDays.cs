using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Schema;

/// <summary>
/// From schema 1 to 2: relationships take the days on which they count (<c>begins</c>, <c>countsUntil</c>), so that the database can filter by day.
/// </summary>
internal static class ValidityDays
{
    private const long PageSize = 10_000;

    /// <summary>Works through the relationships that state a date, in the order of ids. Memory: one page.</summary>
    public static async Task AddAsync(SchemaMigration migration, CancellationToken cancel)
    {
        foreach (var type in CypherNames.TypesInOrderOfIds) await AddAsync(migration, type, cancel);
    }

    private static async Task AddAsync(SchemaMigration migration, RelationshipType type, CancellationToken cancel)
    {
        var name = CypherNames.Type(type);
        var dated = $"""
            MATCH ()-[r:{name}]->() WHERE r.id > $after AND r.since IS NOT NULL AND (r.validFrom IS NOT NULL OR r.validTo IS NOT NULL)
            RETURN r.id, r.validFrom, r.validTo ORDER BY r.id LIMIT $limit
            """;
        var write = $"""
            UNWIND $days AS day
            MATCH ()-[r:{name}]->() WHERE r.id = day[0] AND r.since IS NOT NULL
            SET r.begins = day[1], r.countsUntil = day[2]
            """;
        for (var after = ""; ;)
        {
            var rows = await migration.RunAsync(dated, new() { ["after"] = after, ["limit"] = PageSize }, cancel);
            if (rows.Count == 0) return;
            await migration.RunAsync(write, new() { ["days"] = rows.Select(row => Days(type, row)).ToList() }, cancel);
            after = rows[^1].Text(0);
        }
    }

    private static string?[] Days(RelationshipType type, CypherRow row) =>
        [row.Text(0), RelationshipMap.Begins(row.Date(1)), RelationshipMap.CountsUntil(type, row.Date(2))];
}
