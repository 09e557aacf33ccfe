using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>What entities of any kind are asked for.</summary>
public sealed record ListEntitiesRequest : ListOfKindRequest, IRequest
{
    [Query("kind", "Only entities of this kind; repeat for several.", Terms = typeof(EntityKind), Example = "company")]
    public string[]? Kind { get; init; }

    IValidator IRequest.Validator => ListEntitiesValidator.Instance;
}

internal sealed class ListEntitiesValidator : ListOfKindValidator<ListEntitiesRequest>
{
    public static readonly ListEntitiesValidator Instance = new();

    private ListEntitiesValidator() => RuleForEach(r => r.Kind).IsTermOf<ListEntitiesRequest, EntityKind>();
}

/// <summary>A page of entities.</summary>
/// <param name="Query">The filters as they were understood.</param>
/// <param name="Items">In the order of ids; with q the best match first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Version">The version of the graph.</param>
public sealed record EntityPage(EntityQuery Query, IReadOnlyList<EntityAnswer> Items, string? Next, long Version);

/// <summary>The filters of a list of entities as they were understood.</summary>
/// <param name="Q">The text searched for.</param>
/// <param name="Kind">Kinds; empty for all.</param>
/// <param name="Country">Ids of countries; empty for all.</param>
public sealed record EntityQuery(string? Q, IReadOnlyList<EntityKind> Kind, IReadOnlyList<string> Country);

/// <summary>Lists entities, or searches them by name.</summary>
internal static class ListEntities
{
    public static Task<Ok<EntityPage>> Handle([AsParameters] ListEntitiesRequest request, NameResolver names, IGraphStore store, CancellationToken cancel) =>
        AnswerAsync(request, Given.Terms<EntityKind>(request.Kind), names, store, cancel);

    public static async Task<Ok<EntityPage>> AnswerAsync(
        ListOfKindRequest request, IReadOnlyList<EntityKind> kinds, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var query = new EntityQuery(request.Q?.Trim(), kinds, names.Ids(request.Country, EntityKind.Country));
        var page = request.Page(query);
        var within = query.Country.Count > 0 ? InCountries(query.Country, names) : null;
        var found = query.Q is null
            ? await store.ListEntitiesAsync(new EntityFilter { Kinds = kinds, Ids = within }, page, cancel)
            : await SearchAsync(query, within, page, names, store, cancel);
        return TypedResults.Ok(new EntityPage(
            query, [.. found.Items.Select(e => EntityAnswer.Of(e, names.Snapshot))], Cursor.After(found.Next, query), names.Snapshot.Version));
    }

    /// <summary>The countries and the companies whose home they are.</summary>
    private static HashSet<string> InCountries(IReadOnlyList<string> countries, NameResolver names)
    {
        var ids = new HashSet<string>(countries, StringComparer.Ordinal);
        foreach (var country in countries)
            if (names.Snapshot.TryFind(country, out var node)) ids.UnionWith(names.Snapshot.CompaniesOf(node).Select(names.Snapshot.Id));
        return ids;
    }

    // A ranking has no key to continue after but the place in it.
    private static async Task<Page<Entity>> SearchAsync(
        EntityQuery query, HashSet<string>? within, PageRequest page, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var ranked = names.View.Names.Search(query.Q!, query.Kind, within is null ? null : e => within.Contains(e.Id));
        var start = int.TryParse(page.After, out var after) ? after : 0;
        var shown = ranked.Skip(start).Take(page.Limit).Select(e => e.Id).ToList();
        var entities = await store.GetEntitiesAsync(shown, cancel);
        var next = start + shown.Count < ranked.Count ? $"{start + shown.Count}" : null;
        return new Page<Entity>([.. shown.Where(entities.ContainsKey).Select(id => entities[id])], next);
    }
}
