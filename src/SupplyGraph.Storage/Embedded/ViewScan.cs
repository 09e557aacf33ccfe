using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Builds a view by one scan over the file.</summary>
internal static class ViewScan
{
    /// <summary>The view of the newest version that the session sees. O(entities + relationships).</summary>
    public static GraphView Read(Session db, CancellationToken cancel) => db.Consistently(() =>
    {
        var version = db.Number("SELECT MAX(version) FROM versions") ?? 0;
        var builder = new SnapshotBuilder();
        var entities = new List<Entity>();
        var handles = AddEntities(db, builder, entities);
        AddRelationships(db, builder, handles, cancel);
        return new GraphView(builder.Build(version), NameIndex.Build(entities));
    });

    private static int[] AddEntities(Session db, SnapshotBuilder builder, List<Entity> entities)
    {
        var handles = new int[(db.Number("SELECT MAX(n) FROM entities") ?? 0) + 1];
        var based = new List<(int Company, long Country)>();
        using var rows = db.Query("SELECT n, id, kind, stage, country_n, name, aliases, iso2, iso3 FROM entities");
        while (rows.Read())
        {
            var entity = new Entity(rows.GetString(1), (EntityKind)rows.GetInt32(2), rows.GetString(5))
            {
                Aliases = rows.Texts(6),
                Iso2 = rows.Text(7),
                Iso3 = rows.Text(8)
            };
            entities.Add(entity);
            var handle = builder.AddEntity(entity.Id, entity.Kind, rows.Member<Stage>(3));
            handles[rows.GetInt64(0)] = handle;
            if (!rows.IsDBNull(4)) based.Add((handle, rows.GetInt64(4)));
        }
        foreach (var (company, country) in based) builder.SetCountry(company, handles[country]);
        return handles;
    }

    private static void AddRelationships(Session db, SnapshotBuilder builder, int[] handles, CancellationToken cancel)
    {
        using var rows = db.Query("SELECT type, from_n, to_n, component_n, role, status, confidence, valid_from, valid_to FROM relationships");
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            builder.AddRelationship(
                (RelationshipType)rows.GetInt32(0), handles[rows.GetInt64(1)], handles[rows.GetInt64(2)], rows.IsDBNull(3) ? -1 : handles[rows.GetInt64(3)],
                rows.Member<Role>(4), (Status)rows.GetInt32(5), rows.Confidence(6), rows.Date(7), rows.Date(8));
        }
    }
}
