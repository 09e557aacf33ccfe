using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Features.Relationships;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Loading.Imports.Jobs;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Claims;

/// <summary>What claims are asked for.</summary>
public sealed record ListClaimsRequest : PagedRequest, IRequest
{
    [Query("relationship", "Only claims about this relationship: `type~from~to~component~role`.", Example = "headquartered_in~byd~china~~")]
    public string? Relationship { get; init; }

    [Query("source", "Only claims that cite this source: its id.", Example = "6705b29f5fc7edfd2e8f")]
    public string? Source { get; init; }

    [Query("import", "Only claims that this import brought: its id.", Example = "20261122-061530-7f3a9c")]
    public string? Import { get; init; }

    IValidator IRequest.Validator => ListClaimsValidator.Instance;
}

internal sealed class ListClaimsValidator : PagedValidator<ListClaimsRequest>
{
    public static readonly ListClaimsValidator Instance = new();

    private ListClaimsValidator()
    {
        RuleFor(r => r.Relationship).NamesARelationship();
        RuleFor(r => r.Source).IsNoLongerThan(Limits.IdLength);
        RuleFor(r => r.Import).IsNoLongerThan(Limits.IdLength);
    }
}

/// <summary>The filters of a list of claims as they were understood.</summary>
/// <param name="Relationship">The id of a relationship.</param>
/// <param name="Source">The id of a source.</param>
/// <param name="Import">The id of an import.</param>
public sealed record ClaimQuery(string? Relationship, string? Source, string? Import);

/// <summary>A page of claims.</summary>
/// <param name="Query">The filters as they were understood.</param>
/// <param name="Items">In the order of ids.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Version">The version of the graph.</param>
public sealed record ClaimPage(ClaimQuery Query, IReadOnlyList<ClaimAnswer> Items, string? Next, long Version);

/// <summary>Lists claims.</summary>
internal static class ListClaims
{
    public static async Task<Ok<ClaimPage>> Handle(
        [AsParameters] ListClaimsRequest request, NameResolver names, IGraphStore store, ImportQueue imports, CancellationToken cancel)
    {
        var relationship = request.Relationship is null ? null : RelationshipIds.Normalise(request.Relationship, names);
        var query = new ClaimQuery(relationship, request.Source, request.Import);
        if (query.Source is not null && (await store.GetSourcesAsync([query.Source], cancel)).Count == 0)
            throw ProblemException.Invalid("source", ErrorCode.UnknownName, $"There is no source '{query.Source}'; /v1/sources lists them.");
        if (query.Import is not null && imports.StateOf(query.Import) is null && await store.GetImportReportAsync(query.Import, cancel) is null)
            throw ProblemException.Invalid("import", ErrorCode.UnknownName, $"There is no import '{query.Import}'; /v1/imports lists them.");
        var filter = new ClaimFilter { Relationship = query.Relationship, Source = query.Source, Import = query.Import };
        var page = await store.ListClaimsAsync(filter, request.Page(query), cancel);
        return TypedResults.Ok(new ClaimPage(query, [.. page.Items.Select(ClaimAnswer.Of)], Cursor.After(page.Next, query), names.Snapshot.Version));
    }
}
