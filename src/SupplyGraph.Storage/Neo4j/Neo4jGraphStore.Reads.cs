using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j;

public sealed partial class Neo4jGraphStore
{
    private GraphStatistics? statistics;

    /// <inheritdoc/>
    public Task<string?> GetImportReportAsync(string import, CancellationToken cancel) => reads.GetImportReportAsync(Shown, import, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> GetUnitsAsync(CancellationToken cancel) => reads.GetUnitsAsync(Shown, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Entity>> GetEntitiesAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        reads.GetEntitiesAsync(Shown, ids, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Relationship>> GetRelationshipsAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        reads.GetRelationshipsAsync(Shown, ids, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<Claim>>> GetClaimsOfAsync(IReadOnlyCollection<string> relationships, CancellationToken cancel) =>
        reads.GetClaimsOfAsync(Shown, relationships, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Claim>> GetClaimsAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        reads.GetClaimsAsync(Shown, ids, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Source>> GetSourcesAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        reads.GetSourcesAsync(Shown, ids, cancel);

    /// <inheritdoc/>
    public Task<Page<Entity>> ListEntitiesAsync(EntityFilter filter, PageRequest page, CancellationToken cancel) =>
        reads.ListEntitiesAsync(Shown, filter, page, cancel);

    /// <inheritdoc/>
    public Task<Page<Relationship>> ListRelationshipsAsync(RelationshipFilter filter, PageRequest page, CancellationToken cancel) =>
        reads.ListRelationshipsAsync(Shown, filter, page, cancel);

    /// <inheritdoc/>
    public Task<Page<Claim>> ListClaimsAsync(ClaimFilter filter, PageRequest page, CancellationToken cancel) =>
        reads.ListClaimsAsync(Shown, filter, page, cancel);

    /// <inheritdoc/>
    public Task<Page<Source>> ListSourcesAsync(SourceFilter filter, PageRequest page, CancellationToken cancel) =>
        reads.ListSourcesAsync(Shown, filter, page, cancel);

    /// <inheritdoc/>
    public Task<Page<Change>> ListChangesAsync(long since, PageRequest page, CancellationToken cancel) =>
        reads.ListChangesAsync(Shown, since, page, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Entity> ExportEntitiesAsync(CancellationToken cancel) => reads.ExportEntitiesAsync(Shown, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Claim> ExportClaimsAsync(CancellationToken cancel) => reads.ExportClaimsAsync(Shown, cancel);

    /// <inheritdoc/>
    public async Task<GraphStatistics> GetStatisticsAsync(CancellationToken cancel)
    {
        // Counting reads every relationship: once per version is enough.
        var version = Shown;
        if (statistics is { } known && known.Version == version) return known;
        return statistics = await reads.GetStatisticsAsync(version, cancel);
    }
}
