using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>The sections that write rows of a working set. New things come with <c>since</c> = the version that is being made.</summary>
internal sealed class RowSections(WriteSections sections, long version)
{
    public void Remove(IReadOnlyList<ClaimRow> claims, IReadOnlyList<RelationshipRow> relationships, IReadOnlyList<SourceRow> sources,
        IReadOnlyList<EntityRow> entities)
    {
        sections.Add("MATCH (c:Claim {id: x}) DETACH DELETE c", Ids(claims));
        foreach (var ofType in relationships.GroupBy(r => r.Relationship.Key.Type))
            sections.Add($"MATCH ()-[r:{CypherNames.Type(ofType.Key)} {{id: x}}]->() USING INDEX r:{CypherNames.Type(ofType.Key)}(id) DELETE r", Ids(ofType));
        sections.Add("MATCH (s:Source {id: x}) DELETE s", Ids(sources));
        // Not DETACH: what other people tied to it is not ours to untie.
        sections.Add("MATCH (e:Entity {id: x}) OPTIONAL MATCH (e)-[b:BASED_IN]->() DELETE b, e", Ids(entities.Where(e => e.Before?.Country is not null)));
        sections.Add("MATCH (e:Entity {id: x}) DELETE e", Ids(entities.Where(e => e.Before?.Country is null)));
    }

    public void Create(IReadOnlyList<EntityRow> entities)
    {
        foreach (var ofKind in entities.GroupBy(e => e.Kind))
            sections.Add($"CREATE (e:Entity:{CypherNames.Label(ofKind.Key)}) SET e = x", [.. ofKind.Select(NewProperties)]);
        BaseIn(entities);
    }

    public void Change(IReadOnlyList<EntityRow> entities)
    {
        sections.Add("MATCH (e:Entity {id: x.id}) SET e += x", [.. entities.Select(e => Changed(EntityMap.Properties(e.Entity!)))]);
        foreach (var ofKind in entities.Where(e => e.Kind != e.Before!.Kind).GroupBy(e => (e.Before!.Kind, e.Kind)))
            sections.Add($"MATCH (e:Entity {{id: x}}) REMOVE e:{CypherNames.Label(ofKind.Key.Item1)} SET e:{CypherNames.Label(ofKind.Key.Item2)}", Ids(ofKind));
        var moved = entities.Where(e => e.Entity!.Country != e.Before!.Country).ToList();
        sections.Add("MATCH (:Entity {id: x})-[b:BASED_IN]->() DELETE b", Ids(moved.Where(e => e.Before!.Country is not null)));
        BaseIn(moved);
    }

    private void BaseIn(IEnumerable<EntityRow> companies) => sections.Add(
        "MATCH (a:Entity {id: x.id}) MATCH (c:Entity {id: x.country}) CREATE (a)-[:BASED_IN {since: x.since}]->(c)",
        [
            .. companies.Where(e => e.Entity!.Country is not null)
                .Select(e => new Dictionary<string, object?> { ["id"] = e.Id, ["country"] = e.Entity!.Country, ["since"] = version }),
        ]);

    public void Create(IReadOnlyList<SourceRow> sources) => sections.Add("CREATE (s:Source) SET s = x", [.. sources.Select(s => Stamped(Properties(s)))]);

    public void Change(IReadOnlyList<SourceRow> sources) =>
        sections.Add("MATCH (s:Source {id: x.id}) SET s += x", [.. sources.Select(s => Properties(s))]);

    private static Dictionary<string, object?> Properties(SourceRow row) => SourceMap.Properties(
        new Source(row.Id, row.Total.Url, row.Total.Publisher, row.Total.Title, row.Total.Date, (int)row.Total.Claims));

    /// <summary>Writes relationships and claims. A claim whose relationship is new too shares the search for the ends with it.</summary>
    public void Create(IReadOnlyList<RelationshipRow> relationships, IReadOnlyList<ClaimRow> claims)
    {
        var alone = claims.Where(c => c.Relationship.State == RowState.New && c.Relationship.Claims.Count == 1).ToDictionary(c => c.Relationship);
        foreach (var ofType in relationships.GroupBy(r => r.Relationship.Key.Type))
        {
            var create = $"CREATE (a)-[:{CypherNames.Type(ofType.Key)} {NewRow.Relationship}]->(b)";
            sections.Add($"{NewRow.Ends} {NewRow.Source} {create} {NewRow.Claim}",
                [.. ofType.Where(alone.ContainsKey).Select(r => (object)NewRow.Of(r, alone[r], version))]);
            sections.Add($"{NewRow.Ends} {create}", [.. ofType.Where(r => !alone.ContainsKey(r)).Select(r => (object)NewRow.Of(r, null, version))]);
        }
        sections.Add($"{NewRow.Ends} {NewRow.Source} {NewRow.Claim}",
            [.. claims.Where(c => !alone.ContainsKey(c.Relationship)).Select(c => (object)NewRow.Of(c.Relationship, c, version))]);
    }

    public void Change(IEnumerable<RelationshipRow> relationships)
    {
        foreach (var ofType in relationships.GroupBy(r => r.Relationship.Key.Type))
            sections.Add($"MATCH ()-[r:{CypherNames.Type(ofType.Key)} {{id: x.id}}]->() USING INDEX r:{CypherNames.Type(ofType.Key)}(id) SET r += x",
                [.. ofType.Select(r => RelationshipMap.Properties(r.Relationship))]);
    }

    public void Change(IReadOnlyList<ClaimRow> claims) => sections.Add("MATCH (c:Claim {id: x.id}) SET c += x", [.. claims.Select(ChangedProperties)]);

    private Dictionary<string, object?> ChangedProperties(ClaimRow row) => Changed(new()
    {
        ["id"] = row.Id,
        ["title"] = row.Claim.SourceTitle,
        ["publisher"] = row.Claim.Publisher,
        ["publisherKey"] = IndexedText.Of(Derivation.PublisherKey(row.Claim)),
        ["confidence"] = row.Claim.Confidence,
        ["import"] = row.Import?.Id,
    });

    /// <summary>Writes imports; where one was not read, its stretch of claims is widened and not replaced.</summary>
    public void Write(IReadOnlyList<ImportRow> imports) => sections.Add(
        """
        MERGE (i:SupplyGraphImport {id: x.id}) ON CREATE SET i.since = x.since, i.n = x.n
        SET i.report = coalesce(x.report, i.report),
            i.firstClaim = CASE WHEN i.firstClaim <= x.firstClaim THEN i.firstClaim ELSE coalesce(x.firstClaim, i.firstClaim) END,
            i.lastClaim = CASE WHEN i.lastClaim >= x.lastClaim THEN i.lastClaim ELSE coalesce(x.lastClaim, i.lastClaim) END
        """,
        [
            .. imports.Select(i => new Dictionary<string, object?>
            {
                ["id"] = i.Id,
                ["since"] = version,
                ["n"] = i.Order,
                ["firstClaim"] = i.FirstClaim,
                ["lastClaim"] = i.LastClaim,
                ["report"] = i.Report,
            }),
        ]);

    /// <param name="restated">Claims with the import that states them too; <c>''</c> for by hand.</param>
    /// <param name="order">The place of the import, should it be new.</param>
    public void Restate(IEnumerable<(string Claim, string Import)> restated, long order) => sections.Add(
        """
        MERGE (i:SupplyGraphImport {id: x.import}) ON CREATE SET i.since = x.since, i.n = x.n
        WITH x, i MATCH (c:Claim {id: x.claim}) MERGE (i)-[r:RESTATES]->(c) ON CREATE SET r.since = x.since
        """,
        [
            .. restated.Select(r => new Dictionary<string, object?>
            {
                ["claim"] = r.Claim,
                ["import"] = r.Import,
                ["since"] = version,
                ["n"] = r.Import.Length == 0 ? 0 : order,
            }),
        ]);

    public void Forget(IEnumerable<(string Claim, string Import)> forgotten) => sections.Add(
        "MATCH (i:SupplyGraphImport {id: x.import}) MATCH (i)-[r:RESTATES]->(c:Claim {id: x.claim}) DELETE r",
        [.. forgotten.Select(f => new Dictionary<string, object?> { ["claim"] = f.Claim, ["import"] = f.Import })]);

    /// <summary>Keeps what changed or removed things were, for exports under way.</summary>
    public void KeepPast(IEnumerable<EntityRow> entities, IEnumerable<ClaimRow> claims) => sections.Add(
        "CREATE (p:SupplyGraphPast) SET p = x",
        [
            .. entities.Select(e => Past(PastThing.Entity, e.Id, e.Since, PastThing.ToJson(e.Before!))),
            .. claims.Select(c => Past(PastThing.Claim, PastThing.Key(c.Relationship.Id, c.Id), c.Since, PastThing.ToJson(c.Before!))),
        ]);

    private Dictionary<string, object?> Past(string what, string key, long since, string data) =>
        new() { ["what"] = what, ["key"] = key, ["since"] = since, ["until"] = version, ["data"] = data };

    private Dictionary<string, object?> NewProperties(EntityRow row) => Stamped(EntityMap.Properties(row.Entity!), row.N, row.Import);

    private Dictionary<string, object?> Stamped(Dictionary<string, object?> properties, long? n = null, string? import = null)
    {
        if (n is not null) properties["n"] = n;
        if (import is not null) properties["import"] = import;
        properties["since"] = version;
        return NotNull(properties);
    }

    private Dictionary<string, object?> Changed(Dictionary<string, object?> properties)
    {
        properties["changed"] = version;
        return properties;
    }

    // A null in a map that is taken over costs its way and is no property.
    private static Dictionary<string, object?> NotNull(Dictionary<string, object?> properties)
    {
        foreach (var (name, value) in properties)
            if (value is null) properties.Remove(name);
        return properties;
    }

    private static string[] Ids(IEnumerable<WorkingRow> rows) => [.. rows.Select(r => r.Id)];
}
