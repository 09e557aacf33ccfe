using System.Text;
using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// One statement that reads all that a change set concerns: a column of collected rows for each sort of thing. The text depends on what there is to ask, so that
/// small commits stay small; the server keeps the plans of the few texts there are.
/// </summary>
internal sealed class ConcernedRows
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, object?> parameters = [];
    private readonly List<string> columns = [];
    private readonly List<Action<WorkingSet, IEnumerable<CypherRow>>> readers = [];
    private readonly bool forLoad;

    /// <param name="forLoad">
    /// Whether a load asks: it holds the lease, so that nobody writes beside it, and sees what it has staged. All others get the rows of one version.
    /// </param>
    public ConcernedRows(bool forLoad)
    {
        this.forLoad = forLoad;
        parameters["ahead"] = forLoad ? 1 : 0;
        text.Append(forLoad ? GraphLock.Look : GraphLock.Take).Append('\n');
    }

    /// <summary>How long the statement may take; null for the usual.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Asks for what a set concerns and the working set, if there is one, does not hold.</summary>
    /// <param name="held">The working set of the load so far; null at the beginning.</param>
    /// <param name="import">The import that the set serves, unless that is known.</param>
    /// <param name="known">What need not be looked for; null where that is not known.</param>
    public ConcernedRows Ask(Concerned concerned, WorkingSet? held, string? import, KnownRelationships? known = null)
    {
        AskEntities(concerned, held);
        AskSources([.. concerned.Sources.Where(id => held?.HeldSource(id) is not { IsRead: true })]);
        var relationships = concerned.Relationships.Where(id => held?.HeldRelationship(id) is null && known?.MayBeStored(id) is not false).ToList();
        AskRelationships(relationships);
        AskClaims(relationships);
        if (concerned.Taxonomy && held?.KnowsTaxonomy is not true) AskTaxonomy();
        if (import is not null) AskImport(import);
        return this;
    }

    /// <summary>Runs the statement: the graph as it was, and what was read, to be taken into a working set.</summary>
    /// <exception cref="GraphUnavailableException">The server cannot be reached.</exception>
    public async Task<(GraphState State, Action<WorkingSet> Take)> ReadAsync(ICypherTransport transport, CancellationToken cancel)
    {
        text.Append("RETURN ").AppendJoin(", ", columns.Prepend(GraphLock.StateColumns));
        var rows = await transport.RunAsync(new CypherStatement(text.ToString()) { Parameters = parameters, Writes = !forLoad, Timeout = Timeout }, cancel);
        var row = rows[0];
        return (GraphLock.ReadState(row), Take);

        void Take(WorkingSet working)
        {
            for (var i = 0; i < readers.Count; i++) readers[i](working, row.Rows(GraphLock.StateColumnCount + i));
        }
    }

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
                "MATCH (e:Entity {kind: x.kind, nameKey: x.key}) WHERE e.since <= g.version + $ahead", EntityColumns("null, null"), ReadEntities);
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
        + string.Join(" + ", CypherNames.TypesWithComponent.Select(type =>
            $"COUNT {{ ()-[r:{CypherNames.Type(type)} {{component: e.id}}]->() WHERE r.since <= g.version }}"))
        + ", COUNT { (c:Entity {country: e.id}) WHERE c.since <= g.version }";

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

    private void AskSources(IReadOnlyCollection<string> ids)
    {
        if (ids.Count == 0) return;
        Section("sources", ids, "MATCH (s:Source {id: x}) WHERE s.since <= g.version + $ahead", $"[{SourceMap.Columns}, s.since > g.version]", (working, rows) =>
        {
            foreach (var row in rows)
            {
                var source = SourceMap.Read(row);
                var total = new SourceTotal
                {
                    N = 0,
                    Url = source.Url,
                    Publisher = source.Publisher,
                    Title = source.Title,
                    Date = source.Date,
                    Claims = source.Claims,
                };
                working.AddSource(source.Id, total, isRead: true).Staged |= row.Bool(6);
            }
        });
    }

    /// <summary>Asks for relationships by id, type by type: each type has its index.</summary>
    public ConcernedRows AskRelationships(IReadOnlyCollection<string> ids)
    {
        foreach (var ofType in ids.GroupBy(id => StoredValues.Key(id).Type))
        {
            var type = CypherNames.Type(ofType.Key);
            Section(type, ofType, $"MATCH ()-[r:{type} {{id: x}}]->() USING INDEX r:{type}(id) WHERE r.since <= g.version + $ahead",
                $"[{RelationshipMap.Columns}, r.n, r.since > g.version]", ReadRelationships);
        }
        return this;
    }

    private static void ReadRelationships(WorkingSet working, IEnumerable<CypherRow> rows)
    {
        foreach (var row in rows)
        {
            var relationship = RelationshipMap.Read(row);
            if (working.HeldRelationship(relationship.Id) is null)
                working.Add(new RelationshipRow { N = row.Long(9), Id = relationship.Id, Relationship = relationship, Staged = row.Bool(10) });
        }
    }

    /// <summary>Asks for the claims of relationships that are asked for before.</summary>
    public ConcernedRows AskClaims(IReadOnlyCollection<string> relationships, bool restating = false)
    {
        if (relationships.Count == 0) return this;
        var others = restating ? "[(i:SupplyGraphImport)-[t:RESTATES]->(c) WHERE t.since <= g.version | [i.id, i.n]]" : "null";
        Section("claims", relationships, "MATCH (c:Claim {relationship: x})-[:CITES]->(s:Source) USING INDEX c:Claim(relationship) WHERE c.since <= g.version + $ahead",
            $"[{ClaimMap.Columns}, c.n, c.import, coalesce(c.changed, c.since), s.id, c.since > g.version, {others}, s.claims]", ReadClaims);
        return this;
    }

    private static void ReadClaims(WorkingSet working, IEnumerable<CypherRow> rows)
    {
        foreach (var row in rows)
        {
            if (working.HeldRelationship(ClaimMap.Relationship(row)) is not { } relationship || working.HoldsClaim(ClaimMap.Id(row))) continue;
            var claim = ClaimMap.Read(row);
            var source = working.AddSource(row.Text(16), new SourceTotal { N = 0, Url = claim.SourceUrl, Claims = row.Long(19) }, isRead: false);
            working.Add(new ClaimRow
            {
                N = row.Long(13),
                Id = ClaimMap.Id(row),
                Relationship = relationship,
                Source = source,
                Claim = claim,
                Before = claim,
                Import = row.TextOrNull(14) is { } import ? working.HeldImport(import) : null,
                Since = row.Long(15),
                Staged = row.Bool(17),
                Restating = [.. row.Rows(18).Select(i => working.HeldImport(i.Text(0), i.Long(1)))],
            });
        }
    }

    /// <summary>Asks for all relationships of the types kind_of and part_of.</summary>
    public ConcernedRows AskTaxonomy()
    {
        var types = CypherNames.AnyOf([RelationshipType.KindOf, RelationshipType.PartOf]);
        Section("taxonomy", [true], $"MATCH ()-[r:{types}]->() WHERE x AND r.since <= g.version + $ahead", "[r.id]", (working, rows) =>
            working.SetTaxonomy(rows.Select(row => StoredValues.Key(row.Text(0)))));
        return this;
    }

    /// <summary>Asks for an import.</summary>
    public ConcernedRows AskImport(string import)
    {
        Section("import", [import], "MATCH (i:SupplyGraphImport {id: x})", "[i.id, i.n, i.firstClaim, i.lastClaim]", (working, rows) =>
        {
            foreach (var row in rows)
            {
                var held = working.HeldImport(row.Text(0), row.Long(1));
                (held.FirstClaim, held.LastClaim, held.IsRead) = (row.LongOrNull(2), row.LongOrNull(3), true);
            }
        });
        return this;
    }

    /// <summary>A column with what each value <c>x</c> of a list leads to.</summary>
    private void Section(string name, IEnumerable<object> values, string match, string columns, Action<WorkingSet, IEnumerable<CypherRow>> read)
    {
        parameters.Add(name, values);
        text.Append("CALL (g) { UNWIND $").Append(name).Append(" AS x ").Append(match).Append(" RETURN collect(").Append(columns).Append(") AS found")
            .Append(name).Append(" }\n");
        this.columns.Add($"found{name}");
        readers.Add(read);
    }
}
