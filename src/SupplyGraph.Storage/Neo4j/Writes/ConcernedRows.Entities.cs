using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

internal sealed partial class ConcernedRows
{
    private void AskEntities(Concerned concerned, WorkingSet? held)
    {
        var whole = concerned.Whole.Where(w => held?.HeldEntity(w.Key)?.Entity is null).ToDictionary(StringComparer.Ordinal);
        string[] named = [.. concerned.Named.Where(id => !whole.ContainsKey(id) && held?.HeldEntity(id) is null)];
        if (named.Length > 0)
        {
            Section("named", named, "MATCH (e:Entity {id: x}) WHERE e.since <= g.version + $ahead", "[e.id, e.kind, e.n, e.since > g.version]", (working, rows) =>
            {
                foreach (var row in rows.Where(row => working.HeldEntity(row.Text(0)) is null))
                    working.Add(new EntityRow { N = row.Long(2), Id = row.Text(0), Kind = row.Member<EntityKind>(1), Staged = row.Bool(3) });
            });
        }
        if (whole.Count > 0)
        {
            AskWhole(whole.Keys);
            Section("foreign", whole.Keys, "MATCH (e:Entity {id: x}) WHERE e.since IS NULL", "[e.id]", (working, rows) =>
                working.Foreign.UnionWith(rows.Select(row => row.Text(0))));
            Section(
                "kinds", whole.Select(w => new Dictionary<string, object?> { ["id"] = w.Key, ["kind"] = w.Value }),
                "MATCH (e:Entity {id: x.id}) WHERE e.since <= g.version + $ahead AND e.kind <> x.kind", EntityColumns(UsesColumns), ReadEntities);
        }
        if (concerned.Names.Count > 0)
        {
            Section(
                "names", concerned.Names.Select(n => new Dictionary<string, object?> { ["kind"] = n.Kind, ["key"] = n.Key }),
                "MATCH (e:Entity {kind: x.kind, nameKey: x.key}) USING INDEX e:Entity(kind, nameKey) WHERE e.since <= g.version + $ahead",
                EntityColumns("null, null"), ReadEntities);
        }
    }

    /// <summary>Asks for all of some entities.</summary>
    public ConcernedRows AskWhole(IReadOnlyCollection<string> ids)
    {
        if (ids.Count > 0)
            Section("whole", ids, "MATCH (e:Entity {id: x}) WHERE e.since <= g.version + $ahead", EntityColumns("null, null"), ReadEntities);
        return this;
    }

    /// <summary>Asks for entities with what uses them.</summary>
    public ConcernedRows AskUses(IReadOnlyCollection<string> ids)
    {
        if (ids.Count > 0)
            Section("used", ids, "MATCH (e:Entity {id: x}) WHERE e.since <= g.version", EntityColumns(UsesColumns), ReadEntities);
        return this;
    }

    // What other people have tied to an entity holds it as well: it is theirs to untie. A load's own rows are counted as it makes them.
    private static readonly string UsesColumns =
        $"COUNT {{ (e)-[r:{CypherNames.AnyOf([])}]-() WHERE r.since <= g.version }} + COUNT {{ (e)--(o) WHERE o.since IS NULL }} + "
        + string.Join(" + ", CypherNames.TypesWithComponent.Select(type => OfComponent(CypherNames.Type(type))))
        + ", COUNT { MATCH (c:Entity {country: e.id}) USING INDEX c:Entity(country) WHERE c.since <= g.version }";

    // An index over two properties serves where something is asked of both.
    private static string OfComponent(string type) =>
        $"COUNT {{ MATCH ()-[r:{type}]->() USING INDEX r:{type}(component, id) WHERE r.component = e.id AND r.id IS NOT NULL AND r.since <= g.version }}";

    private static string EntityColumns(string uses) => $"[{EntityMap.Columns}, e.n, e.import, coalesce(e.changed, e.since), e.since > g.version, {uses}]";

    private static void ReadEntities(WorkingSet working, IEnumerable<CypherRow> rows)
    {
        foreach (var row in rows)
        {
            var entity = EntityMap.Read(row);
            // What the load at hand has changed already is newer; a row with its uses says more than one without.
            if (working.HeldEntity(entity.Id) is { Entity: not null } held && (held.State != RowState.Stored || row.IsNull(15))) continue;
            working.Add(new EntityRow
            {
                N = row.Long(11),
                Id = entity.Id,
                Kind = entity.Kind,
                Entity = entity,
                Name = entity.Name,
                Before = entity,
                Import = row.TextOrNull(12),
                Since = row.Long(13),
                Staged = row.Bool(14),
                Uses = row.IsNull(15) ? null : new EntityUses(row.Long(15), row.Long(16)),
            });
        }
    }
}
