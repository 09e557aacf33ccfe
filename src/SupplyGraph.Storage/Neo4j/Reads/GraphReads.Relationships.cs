using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Schema;

namespace SupplyGraph.Storage.Neo4j.Reads;

internal sealed partial class GraphReads
{
    private const double Millionths = 1_000_000;

    /// <summary>The relationships with these ids; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Relationship>> GetRelationshipsAsync(
        long version, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        var found = await RelationshipsAmongAsync(ids, Filtered(version, new RelationshipFilter()), cancel);
        return found.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    /// <summary>Relationships in the order of ids.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size of the page is outside its range.</exception>
    public async Task<Page<Relationship>> ListRelationshipsAsync(long version, RelationshipFilter filter, PageRequest page, CancellationToken cancel)
    {
        Paging.CheckLimit(page.Limit);
        if (EndsOf(filter) is not { } wanted) return new([], null);
        var parameters = Filtered(version, wanted);
        parameters["after"] = page.After ?? "";
        parameters["limit"] = page.Limit + 1;
        var ofPublisher = NameKey.Of(filter.Publisher).Length > 0;
        var found = wanted switch
        {
            { From: not null } or { To: not null } or { Entity: not null } =>
                await RelationshipsAsync(RelationshipTexts.AtEntity(wanted, ofPublisher), parameters, cancel),
            { Component: not null } => await TypeByTypeAsync(
                CypherNames.TypesWithComponent, type => RelationshipTexts.OfComponent(type, ofPublisher), wanted, page, parameters, cancel),
            _ when ofPublisher => await RelationshipsOfPublisherAsync(page, parameters, cancel),
            _ => await TypeByTypeAsync(CypherNames.TypesInOrderOfIds, RelationshipTexts.OfType, wanted, page, parameters, cancel),
        };
        return Paging.Cut(found, page.Limit, r => r.Id);
    }

    /// <summary>The same filter with an entity at either end only where neither end is named; null where no relationship can fit.</summary>
    private static RelationshipFilter? EndsOf(RelationshipFilter filter)
    {
        if (filter.Entity is not { } entity || filter is { From: null, To: null }) return filter;
        var ends = filter with { Entity = null };
        if (filter.From == entity || filter.To == entity) return ends;
        return filter switch
        {
            { From: null } => ends with { From = entity },
            { To: null } => ends with { To = entity },
            _ => null,
        };
    }

    private static Dictionary<string, object?> Filtered(long version, RelationshipFilter filter) => new()
    {
        ["version"] = version,
        ["from"] = filter.From,
        ["to"] = filter.To,
        ["entity"] = filter.Entity,
        ["component"] = filter.Component ?? "",
        ["types"] = Terms(filter.Types),
        ["typeNames"] = filter.Types.Count == 0 ? CypherNames.Types : [.. filter.Types.Select(CypherNames.Type)],
        ["statuses"] = Terms(filter.Statuses),
        // Confidences have six decimals; so has what they are compared with.
        ["least"] = Math.Round((filter.MinConfidence ?? 0) * Millionths) / Millionths,
        ["day"] = StoredValues.Day(filter.AsOf) ?? "",
        ["publisher"] = IndexedText.Of(NameKey.Of(filter.Publisher)),
        ["disputed"] = filter.Disputed is { } disputed ? [disputed] : (bool[])[true, false],
    };

    private async Task<List<Relationship>> RelationshipsAsync(string text, Dictionary<string, object?> parameters, CancellationToken cancel) =>
        [.. (await RunAsync(text, parameters, cancel)).Select(RelationshipMap.Read)];

    /// <summary>Ids begin with the term of their type: the order of ids is that of the types, and each type's order is its index.</summary>
    private async Task<List<Relationship>> TypeByTypeAsync(
        IEnumerable<RelationshipType> types, Func<RelationshipType, string> text, RelationshipFilter filter, PageRequest page,
        Dictionary<string, object?> parameters, CancellationToken cancel)
    {
        var found = new List<Relationship>();
        foreach (var type in types)
        {
            if (found.Count > page.Limit) break;
            if ((filter.Types.Count > 0 && !filter.Types.Contains(type)) || Lies(type, before: page.After)) continue;
            parameters["limit"] = page.Limit + 1 - found.Count;
            found.AddRange(await RelationshipsAsync(text(type), parameters, cancel));
        }
        return found;
    }

    /// <summary>Whether every id of a type lies before a cursor.</summary>
    private static bool Lies(RelationshipType type, string? before)
    {
        const char last = (char)(RelationshipKey.Separator + 1);
        return before is not null && OrderOfIds.Instance.Compare(Term.Of(type) + last, before) <= 0;
    }

    private async Task<List<Relationship>> RelationshipsOfPublisherAsync(PageRequest page, Dictionary<string, object?> parameters, CancellationToken cancel)
    {
        var found = new List<Relationship>();
        while (found.Count <= page.Limit)
        {
            var ids = (await RunAsync(RelationshipTexts.IdsOfPublisher, parameters, cancel)).Select(row => row.Text(0)).ToList();
            if (ids.Count == 0) break;
            var some = await RelationshipsAmongAsync(ids, parameters, cancel);
            found.AddRange(some.OrderBy(r => r.Id, OrderOfIds.Instance));
            parameters["after"] = ids[^1];
        }
        return found;
    }

    private async Task<List<Relationship>> RelationshipsAmongAsync(
        IReadOnlyCollection<string> ids, Dictionary<string, object?> parameters, CancellationToken cancel)
    {
        var ofType = ids.Distinct(StringComparer.Ordinal).ToLookup(id => RelationshipKey.TryParse(id, out var key) ? key.Type : (RelationshipType?)null);
        if (ofType.All(ofOne => ofOne.Key is null)) return [];
        foreach (var type in CypherNames.TypesInOrderOfIds) parameters[RelationshipTexts.IdsOf(type)] = ofType[type].ToList();
        return await RelationshipsAsync(RelationshipTexts.ById, parameters, cancel);
    }
}
