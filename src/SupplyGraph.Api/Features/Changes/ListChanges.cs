using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Changes;

/// <summary>What changes are asked for.</summary>
public sealed record ListChangesRequest : PagedRequest, IRequest
{
    [Query("since", "Only changes after this version of the graph.", Type = ParameterType.WholeNumber, Minimum = 0, Default = "0", Example = "0")]
    public string? Since { get; init; }

    IValidator IRequest.Validator => ListChangesValidator.Instance;
}

internal sealed class ListChangesValidator : PagedValidator<ListChangesRequest>
{
    public static readonly ListChangesValidator Instance = new();

    private ListChangesValidator() => RuleFor(r => r.Since).IsWholeNumber(0, long.MaxValue);
}

/// <summary>The filters of a list of changes as they were understood.</summary>
/// <param name="Since">Changes after this version.</param>
public sealed record ChangeQuery(long Since);

/// <summary>What happened to one thing in one version.</summary>
/// <param name="Version">The version that brought it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="What">entity, relationship or claim.</param>
/// <param name="Action">created, changed or removed.</param>
/// <param name="Id">The id of the thing.</param>
public sealed record ChangeAnswer(long Version, DateTimeOffset At, string What, string Action, string Id);

/// <summary>A page of changes.</summary>
/// <param name="Query">The filters as they were understood.</param>
/// <param name="Items">Oldest first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Version">The version of the graph: ask for changes since it next time.</param>
public sealed record ChangePage(ChangeQuery Query, IReadOnlyList<ChangeAnswer> Items, string? Next, long Version);

/// <summary>Lists changes, so that others can follow the graph.</summary>
internal static class ListChanges
{
    public static async Task<Ok<ChangePage>> Handle([AsParameters] ListChangesRequest request, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var query = new ChangeQuery(Given.Version(request.Since));
        var page = await store.ListChangesAsync(query.Since, request.Page(query), cancel);
        var items = page.Items.Select(c => new ChangeAnswer(c.Version, c.At, c.What, c.Action, c.Id));
        return TypedResults.Ok(new ChangePage(query, [.. items], Cursor.After(page.Next, query), names.Snapshot.Version));
    }
}
