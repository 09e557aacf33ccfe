using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Embedded;

internal sealed partial class SqlRows
{
    private const string InsertEntitySql = """
        INSERT INTO entities (n, id, kind, name, name_key, aliases, country_n, iso2, iso3, latitude, longitude, stage, url, import_n)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """;

    public KnownEntity? FindEntity(string id) => db.First<KnownEntity?>(
        "SELECT n, kind FROM entities WHERE id = $1", row => new KnownEntity(row.GetInt64(0), (EntityKind)row.GetInt32(1)), id);

    public StoredEntity? ReadEntity(string id) =>
        db.First<StoredEntity?>(Rows.Entity + " WHERE e.id = $1", row => new StoredEntity(row.GetInt64(0), Rows.ReadEntity(row)), id);

    // The file is ours alone.
    public string? Taken(string id) => null;

    public IEnumerable<KeyValuePair<string, KnownEntity>> AllEntities()
    {
        using var rows = db.Query("SELECT id, n, kind FROM entities");
        while (rows.Read()) yield return new(rows.GetString(0), new KnownEntity(rows.GetInt64(1), (EntityKind)rows.GetInt32(2)));
    }

    public IReadOnlyList<string> NamedAlike(EntityKind kind, string nameKey, string except) => db.List(
        "SELECT id FROM entities WHERE kind = $1 AND name_key = $2 AND id <> $3 ORDER BY id", row => row.GetString(0), (long)kind, nameKey, except);

    public EntityUses UsesOf(long n) => new(
        db.Number("SELECT COUNT(*) FROM relationships WHERE from_n = $1 OR to_n = $1 OR component_n = $1", n) ?? 0,
        db.Number("SELECT COUNT(*) FROM entities WHERE country_n = $1", n) ?? 0);

    public void InsertEntity(long n, Entity entity, long? country, long? origin) =>
        db.Execute(InsertEntitySql, [n, entity.Id, .. Values(entity, country), origin]);

    public void UpdateEntity(long n, Entity entity, long? country) => db.Execute("""
        UPDATE entities SET kind = $2, name = $3, name_key = $4, aliases = $5, country_n = $6, iso2 = $7, iso3 = $8, latitude = $9, longitude = $10,
        stage = $11, url = $12
        WHERE n = $1
        """, [n, .. Values(entity, country)]);

    public void LeaveCountry(long n) => db.Execute("UPDATE entities SET country_n = NULL WHERE n = $1", n);

    public void DeleteEntity(long n) => db.Execute("DELETE FROM entities WHERE n = $1", n);

    private static object?[] Values(Entity entity, long? country) =>
    [
        (long)entity.Kind, entity.Name, NameKey.Of(entity.Name), Columns.Pack(entity.Aliases), country, entity.Iso2, entity.Iso3, entity.Latitude,
        entity.Longitude, (long?)entity.Stage, entity.Url,
    ];
}
