using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

internal sealed partial class ConcernedRows
{
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
}
