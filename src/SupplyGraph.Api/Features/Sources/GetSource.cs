using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Features.Claims;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Sources;

/// <summary>Which source is asked for, and which page of its claims.</summary>
public sealed record OneSourceRequest : PagedRequest, IRequest
{
    [Path("id", "The source's id.", Example = "6705b29f5fc7edfd2e8f")]
    public required string Id { get; init; }

    IValidator IRequest.Validator => OneSourceValidator.Instance;
}

internal sealed class OneSourceValidator : PagedValidator<OneSourceRequest>
{
    public static readonly OneSourceValidator Instance = new();

    private OneSourceValidator() => RuleFor(r => r.Id).IsNoLongerThan(Limits.IdLength);
}

/// <summary>A source with a page of the claims that cite it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Claims">Claims that cite it, in the order of ids.</param>
/// <param name="Next">The cursor of the next page of claims; null on the last.</param>
/// <param name="Version">The version of the graph.</param>
public sealed record SourceDetail(SourceAnswer Source, IReadOnlyList<ClaimAnswer> Claims, string? Next, long Version);

/// <summary>Shows one source.</summary>
internal static class GetSource
{
    public static async Task<Ok<SourceDetail>> Handle([AsParameters] OneSourceRequest request, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var source = (await store.GetSourcesAsync([request.Id], cancel)).GetValueOrDefault(request.Id) ?? throw ProblemException.NotFound("source", request.Id);
        var page = await store.ListClaimsAsync(new ClaimFilter { Source = source.Id }, request.Page(source.Id), cancel);
        var next = Cursor.After(page.Next, source.Id);
        return TypedResults.Ok(new SourceDetail(SourceAnswer.Of(source), [.. page.Items.Select(ClaimAnswer.Of)], next, names.Snapshot.Version));
    }
}
