using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Reads;

internal sealed partial class GraphReads
{
    private const string ClaimById = $"MATCH (c:Claim) WHERE c.id IN $ids AND c.since <= $version RETURN {ClaimMap.Columns}";

    private const string ClaimsOfRelationships =
        $"MATCH (c:Claim) WHERE c.relationship IN $ids AND c.since <= $version RETURN {ClaimMap.Columns} ORDER BY c.id";

    private const string ClaimPasses = "c.n > $after AND c.since <= $version AND ($import = '' OR c.import = $import)";

    private const string ClaimPage = $"RETURN {ClaimMap.Columns}, c.n ORDER BY c.n LIMIT $limit";

    private const string AllClaims = $"MATCH (c:Claim) WHERE c.n > $after AND c.since <= $version {ClaimPage}";

    private const string ClaimsOfRelationship =
        $"MATCH (c:Claim) USING INDEX c:Claim(relationship) WHERE c.relationship = $relationship AND {ClaimPasses} {ClaimPage}";

    private const string RelationshipClaimsOfSource = $"""
        MATCH (c:Claim)-[:CITES]->(s:Source) USING INDEX c:Claim(relationship)
        WHERE c.relationship = $relationship AND s.id = $source AND {ClaimPasses} {ClaimPage}
        """;

    private const string ClaimsOfSource = $"MATCH (:Source {{id: $source}})<-[:CITES]-(c:Claim) WHERE {ClaimPasses} {ClaimPage}";

    // The claims of an import lie in one stretch of numbers, between those of others that came meanwhile.
    private const string ClaimsOfImport = $$"""
        MATCH (i:SupplyGraphImport {id: $import}) WHERE i.since <= $version
        MATCH (c:Claim) USING INDEX c:Claim(n)
        WHERE c.n > $after AND c.n >= i.firstClaim AND c.n <= i.lastClaim AND c.import = $import AND c.since <= $version
        {{ClaimPage}}
        """;

    /// <summary>The claims with these ids; unknown ids are left out.</summary>
    public Task<IReadOnlyDictionary<string, Claim>> GetClaimsAsync(long version, IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        ReadByIdAsync(ClaimById, version, ids, ClaimMap.Read, cancel);

    /// <summary>The claims of each of these relationships, in the order of claim ids; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Claim>>> GetClaimsOfAsync(
        long version, IReadOnlyCollection<string> relationships, CancellationToken cancel)
    {
        if (relationships.Count == 0) return new Dictionary<string, IReadOnlyList<Claim>>(StringComparer.Ordinal);
        var ids = relationships.Distinct(StringComparer.Ordinal).ToList();
        var rows = await RunAsync(ClaimsOfRelationships, new() { ["version"] = version, ["ids"] = ids }, cancel);
        return rows.GroupBy(ClaimMap.Relationship, ClaimMap.Read, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Claim>)[.. g], StringComparer.Ordinal);
    }

    /// <summary>Claims in the order in which they were added.</summary>
    /// <exception cref="ArgumentException">The size of the page is outside its range, or the cursor is not one that a page gave.</exception>
    public async Task<Page<Claim>> ListClaimsAsync(long version, ClaimFilter filter, PageRequest page, CancellationToken cancel)
    {
        if (filter.Source is { } source && !Paging.IsHexId(source)) return new([], null);
        Paging.CheckLimit(page.Limit);
        var parameters = new Dictionary<string, object?>
        {
            ["version"] = version,
            ["after"] = Paging.Number(page.After) ?? 0,
            ["limit"] = page.Limit + 1,
            ["relationship"] = filter.Relationship,
            ["source"] = filter.Source,
            ["import"] = filter.Import ?? "",
        };
        var text = filter switch
        {
            { Relationship: not null, Source: not null } => RelationshipClaimsOfSource,
            { Relationship: not null } => ClaimsOfRelationship,
            { Source: not null } => ClaimsOfSource,
            { Import: not null } => ClaimsOfImport,
            _ => AllClaims,
        };
        var rows = await RunAsync(text, parameters, cancel);
        var numbered = rows.Select(row => (N: row.Long(ClaimMap.ColumnCount), Claim: ClaimMap.Read(row))).ToList();
        var cut = Paging.Cut(numbered, page.Limit, c => Paging.Cursor(c.N));
        return new([.. cut.Items.Select(c => c.Claim)], cut.Next);
    }

    /// <summary>The units of amounts with the number of claims that state each.</summary>
    public async Task<IReadOnlyDictionary<string, long>> GetUnitsAsync(long version, CancellationToken cancel)
    {
        const string text = "MATCH (c:Claim) WHERE c.unit IS NOT NULL AND c.since <= $version RETURN c.unit, count(*)";
        var rows = await RunPatientlyAsync(text, new() { ["version"] = version }, cancel);
        return rows.ToDictionary(row => row.Text(0), row => row.Long(1), StringComparer.Ordinal);
    }
}
