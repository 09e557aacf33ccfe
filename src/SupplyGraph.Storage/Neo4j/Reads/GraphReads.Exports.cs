using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Reads;

internal sealed partial class GraphReads
{
    private const string EntityExport = $"""
        MATCH (e:Entity) WHERE e.id > $after AND e.since <= $version AND coalesce(e.changed, e.since) <= $version
        RETURN {EntityMap.Columns} ORDER BY e.id LIMIT $limit
        """;

    private const string ClaimExport = $"""
        MATCH (c:Claim)
        WHERE c.relationship >= $relationship AND (c.relationship <> $relationship OR c.id > $claim) AND c.since <= $version
            AND coalesce(c.changed, c.since) <= $version
        RETURN {ClaimMap.Columns} ORDER BY c.relationship, c.id LIMIT $limit
        """;

    /// <summary>Every entity of a version in the order of ids, streamed; whatever is committed meanwhile.</summary>
    /// <exception cref="GraphUnavailableException">It took so long that parts of the version are gone.</exception>
    public IAsyncEnumerable<Entity> ExportEntitiesAsync(long version, CancellationToken cancel) => new VersionExport<Entity>(transport, patience)
    {
        What = PastThing.Entity,
        Text = EntityExport,
        After = key => new() { ["after"] = key },
        Current = row => (row.Text(0), EntityMap.Read(row)),
        Page = ExportPage,
        Past = PastThing.ReadEntity,
    }.ReadAsync(version, cancel);

    /// <summary>Every claim of a version in the order of relationship id, then claim id, streamed; whatever is committed meanwhile.</summary>
    /// <exception cref="GraphUnavailableException">It took so long that parts of the version are gone.</exception>
    public IAsyncEnumerable<Claim> ExportClaimsAsync(long version, CancellationToken cancel) => new VersionExport<Claim>(transport, patience)
    {
        What = PastThing.Claim,
        Text = ClaimExport,
        After = key =>
        {
            var (relationship, claim) = PastThing.PartsOfKey(key);
            return new() { ["relationship"] = relationship, ["claim"] = claim };
        },
        Current = row => (PastThing.Key(ClaimMap.Relationship(row), ClaimMap.Id(row)), ClaimMap.Read(row)),
        Page = ExportPage,
        Past = PastThing.ReadClaim,
    }.ReadAsync(version, cancel);
}
