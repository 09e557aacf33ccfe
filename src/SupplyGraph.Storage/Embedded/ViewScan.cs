using Microsoft.Data.Sqlite;
using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Builds a view by one scan over the file.</summary>
internal static class ViewScan
{
    /// <summary>The view of the newest version that the session sees. O(entities + relationships).</summary>
    /// <param name="names">The names, where they are known; null to read them too.</param>
    public static GraphView Read(Session db, NameIndex? names, CancellationToken cancel) => db.Consistently(() =>
    {
        var version = db.Number("SELECT MAX(version) FROM versions") ?? 0;
        var builder = new SnapshotBuilder((int)(db.Number("SELECT COUNT(*) FROM relationships") ?? 0));
        names ??= NameIndex.Build(db.List("SELECT id, kind, name, aliases, iso2, iso3 FROM entities", ReadNamed));
        var handles = AddEntities(db, builder, names);
        AddRelationships(db, builder, handles, cancel);
        return new GraphView(builder.Build(version), names);
    });

    private static Entity ReadNamed(SqliteDataReader row) => new(row.GetString(0), (EntityKind)row.GetInt32(1), row.GetString(2))
    {
        Aliases = row.Texts(3),
        Iso2 = row.Text(4),
        Iso3 = row.Text(5),
    };

    private static int[] AddEntities(Session db, SnapshotBuilder builder, NameIndex names)
    {
        var handles = new int[(db.Number("SELECT MAX(n) FROM entities") ?? 0) + 1];
        var based = new List<(int Company, long Country)>();
        using var rows = db.Query("SELECT n, id, stage, country_n FROM entities");
        while (rows.Read())
        {
            // The names' own text of the id: one in memory is enough.
            var named = names.Get(rows.GetString(1))!;
            var handle = builder.AddEntity(named.Id, named.Kind, rows.Member<Stage>(2));
            handles[rows.GetInt64(0)] = handle;
            if (!rows.IsDBNull(3)) based.Add((handle, rows.GetInt64(3)));
        }
        foreach (var (company, country) in based) builder.SetCountry(company, handles[country]);
        return handles;
    }

    private static void AddRelationships(Session db, SnapshotBuilder builder, int[] handles, CancellationToken cancel)
    {
        // 0 for null, since asking for nulls costs as much as reading a value; the enums in one integer for the same reason.
        using var rows = db.Query("""
            SELECT type | (status << 8) | ((COALESCE(role, -1) + 1) << 16), from_n, to_n, COALESCE(component_n, 0), confidence, COALESCE(valid_from, 0),
            COALESCE(valid_to, 0)
            FROM relationships
            """);
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var (enums, component) = (rows.GetInt32(0), rows.GetInt64(3));
            builder.AddRelationship(
                (RelationshipType)(enums & 0xff), handles[rows.GetInt64(1)], handles[rows.GetInt64(2)], component == 0 ? -1 : handles[component],
                enums >> 16 is var role && role == 0 ? null : (Role)(role - 1), (Status)(enums >> 8 & 0xff), rows.Confidence(4),
                PackedDate.Read(rows.GetInt32(5)), PackedDate.Read(rows.GetInt32(6)));
        }
    }
}
