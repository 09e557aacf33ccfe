using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Reads;

internal sealed partial class GraphReads
{
    // Ids that a filter names travel in parts: a country may be home to a hundred thousand companies, of which a page shows fifty.
    private const int IdsAtOnce = 2000;

    private const string EntityById = $"MATCH (e:Entity) WHERE e.id IN $ids AND e.since <= $version RETURN {EntityMap.Columns}";

    private const string EntityPage = $"RETURN {EntityMap.Columns} ORDER BY e.id LIMIT $limit";

    private const string OfKinds = "e.since <= $version AND e.kind IN $kinds";

    private const string EntitiesOfAll = $"MATCH (e:Entity) WHERE e.id > $after AND e.since <= $version {EntityPage}";

    private const string EntitiesOfKind = $"""
        MATCH (e:Entity) WHERE e.kind = $kind AND e.id > $after AND e.since <= $version
        RETURN {EntityMap.Columns} ORDER BY e.kind, e.id LIMIT $limit
        """;

    private const string EntitiesOfCountries =
        $"MATCH (e:Entity) USING INDEX e:Entity(country) WHERE e.country IN $countries AND {OfKinds} AND e.id > $after {EntityPage}";

    private const string EntitiesAmong = $"""
        MATCH (e:Entity) USING INDEX e:Entity(id) WHERE e.id IN $ids AND {OfKinds} AND (size($countries) = 0 OR e.country IN $countries)
        RETURN {EntityMap.Columns}
        """;

    /// <summary>The entities with these ids; unknown ids are left out.</summary>
    public Task<IReadOnlyDictionary<string, Entity>> GetEntitiesAsync(long version, IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        ReadByIdAsync(EntityById, version, ids, EntityMap.Read, cancel);

    /// <summary>Entities in the order of ids.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size of the page is outside its range.</exception>
    public async Task<Page<Entity>> ListEntitiesAsync(long version, EntityFilter filter, PageRequest page, CancellationToken cancel)
    {
        Paging.CheckLimit(page.Limit);
        var parameters = new Dictionary<string, object?>
        {
            ["version"] = version,
            ["after"] = page.After ?? "",
            ["limit"] = page.Limit + 1,
            ["kinds"] = Terms(filter.Kinds),
            ["countries"] = filter.Countries,
        };
        var found = filter switch
        {
            { Ids: { } ids } => await EntitiesAmongAsync(ids, page, parameters, cancel),
            { Countries.Count: > 0 } => await EntitiesAsync(EntitiesOfCountries, parameters, cancel),
            { Kinds.Count: > 0 } => await EntitiesOfKindsAsync(filter.Kinds, parameters, cancel),
            _ => await EntitiesAsync(EntitiesOfAll, parameters, cancel),
        };
        return Paging.Cut(found, page.Limit, e => e.Id);
    }

    private async Task<List<Entity>> EntitiesAsync(string text, Dictionary<string, object?> parameters, CancellationToken cancel) =>
        [.. (await RunAsync(text, parameters, cancel)).Select(EntityMap.Read)];

    private async Task<List<Entity>> EntitiesAmongAsync(
        IReadOnlyCollection<string> ids, PageRequest page, Dictionary<string, object?> parameters, CancellationToken cancel)
    {
        var found = new List<Entity>();
        var ahead = ids.Distinct(StringComparer.Ordinal).Where(id => OrderOfIds.Instance.Compare(id, page.After ?? "") > 0).Order(OrderOfIds.Instance);
        foreach (var part in ahead.Chunk(IdsAtOnce))
        {
            if (found.Count > page.Limit) break;
            parameters["ids"] = part;
            found.AddRange((await EntitiesAsync(EntitiesAmong, parameters, cancel)).OrderBy(e => e.Id, OrderOfIds.Instance));
        }
        return found;
    }

    // Each kind is in the order of ids by its index: the first of all are among the first of each.
    private async Task<List<Entity>> EntitiesOfKindsAsync(IEnumerable<EntityKind> kinds, Dictionary<string, object?> parameters, CancellationToken cancel)
    {
        var found = new List<Entity>();
        foreach (var kind in kinds.Distinct())
        {
            parameters["kind"] = Term.Of(kind);
            found.AddRange(await EntitiesAsync(EntitiesOfKind, parameters, cancel));
        }
        found.Sort((a, b) => OrderOfIds.Instance.Compare(a.Id, b.Id));
        return found;
    }

    /// <summary>The terms of members; of all where none is named.</summary>
    private static IReadOnlyList<string> Terms<T>(IReadOnlyCollection<T> members) where T : struct, Enum =>
        members.Count == 0 ? Term.All<T>() : [.. members.Select(Term.Of)];
}
