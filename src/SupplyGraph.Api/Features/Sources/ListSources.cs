using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Sources;

/// <summary>What sources are asked for.</summary>
public sealed record ListSourcesRequest : PagedRequest, IRequest
{
    [Query("publisher", "Only sources of this publisher; compared like a name.", Example = "Reuters")]
    public string? Publisher { get; init; }

    IValidator IRequest.Validator => ListSourcesValidator.Instance;
}

internal sealed class ListSourcesValidator : PagedValidator<ListSourcesRequest>
{
    public static readonly ListSourcesValidator Instance = new();

    private ListSourcesValidator() => RuleFor(r => r.Publisher).IsNoLongerThan(Limits.NameLength);
}

/// <summary>The filters of a list of sources as they were understood.</summary>
/// <param name="Publisher">The publisher.</param>
public sealed record SourceQuery(string? Publisher);

/// <summary>A page of sources.</summary>
/// <param name="Query">The filters as they were understood.</param>
/// <param name="Items">In the order of ids.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Version">The version of the graph.</param>
public sealed record SourcePage(SourceQuery Query, IReadOnlyList<SourceAnswer> Items, string? Next, long Version);

/// <summary>Lists sources.</summary>
internal static class ListSources
{
    public static async Task<Ok<SourcePage>> Handle([AsParameters] ListSourcesRequest request, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var query = new SourceQuery(request.Publisher);
        var page = await store.ListSourcesAsync(new SourceFilter { Publisher = query.Publisher }, request.Page(query), cancel);
        return TypedResults.Ok(new SourcePage(query, [.. page.Items.Select(SourceAnswer.Of)], Cursor.After(page.Next, query), names.Snapshot.Version));
    }
}
