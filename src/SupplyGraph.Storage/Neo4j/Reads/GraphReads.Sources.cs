using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Schema;

namespace SupplyGraph.Storage.Neo4j.Reads;

internal sealed partial class GraphReads
{
    private const string SourceById = $"MATCH (s:Source) WHERE s.id IN $ids AND s.since <= $version RETURN {SourceMap.Columns}";

    private const string SourcePage = $"s.id > $after AND s.since <= $version RETURN {SourceMap.Columns} ORDER BY s.id LIMIT $limit";

    private const string SourcesOfAll = $"MATCH (s:Source) WHERE {SourcePage}";

    private const string SourcesOfPublisher = $"MATCH (s:Source) USING INDEX s:Source(publisherKey) WHERE s.publisherKey = $publisher AND {SourcePage}";

    /// <summary>The sources with these ids; unknown ids are left out.</summary>
    public Task<IReadOnlyDictionary<string, Source>> GetSourcesAsync(long version, IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        ReadByIdAsync(SourceById, version, ids, SourceMap.Read, cancel);

    /// <summary>Sources in the order of ids.</summary>
    /// <exception cref="ArgumentException">The size of the page is outside its range, or the cursor is not one that a page gave.</exception>
    public async Task<Page<Source>> ListSourcesAsync(long version, SourceFilter filter, PageRequest page, CancellationToken cancel)
    {
        Paging.CheckLimit(page.Limit);
        var publisher = NameKey.Of(filter.Publisher);
        var parameters = new Dictionary<string, object?>
        {
            ["version"] = version,
            ["after"] = Paging.HexId(page.After) ?? "",
            ["limit"] = page.Limit + 1,
            ["publisher"] = IndexedText.Of(publisher),
        };
        var rows = await RunAsync(publisher.Length > 0 ? SourcesOfPublisher : SourcesOfAll, parameters, cancel);
        return Paging.Cut(rows.Select(SourceMap.Read).ToList(), page.Limit, s => s.Id);
    }
}
