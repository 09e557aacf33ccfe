using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Loading.Imports.Jobs;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>What imports are asked for.</summary>
public sealed record ListImportsRequest : PagedRequest, IRequest
{
    [Query("state", "Only imports in this state.", Terms = typeof(ImportState), Example = "succeeded")]
    public string? State { get; init; }

    IValidator IRequest.Validator => ListImportsValidator.Instance;
}

internal sealed class ListImportsValidator : PagedValidator<ListImportsRequest>
{
    public static readonly ListImportsValidator Instance = new();

    private ListImportsValidator() => RuleFor(r => r.State).IsTermOf<ListImportsRequest, ImportState>();
}

/// <summary>The filters of a list of imports as they were understood.</summary>
/// <param name="State">The state.</param>
public sealed record ImportQuery(ImportState? State);

/// <summary>A page of imports.</summary>
/// <param name="Query">The filters as they were understood.</param>
/// <param name="Items">Newest first, each without its columns, errors and warnings.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record ImportPage(ImportQuery Query, IReadOnlyList<ImportSummary> Items, string? Next);

/// <summary>Lists imports.</summary>
internal static class ListImports
{
    public static Ok<ImportPage> Handle([AsParameters] ListImportsRequest request, ImportQueue imports, TimeProvider clock)
    {
        var query = new ImportQuery(Given.Term<ImportState>(request.State));
        var page = request.Page(query);
        // One more than asked for, to know whether there is a next page.
        var found = imports.List(query.State, Before(page.After), page.Limit + 1);
        var shown = found.Take(page.Limit).ToList();
        var last = found.Count > shown.Count ? shown[^1].Number.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new ImportPage(query, [.. shown.Select(i => ImportSummary.Of(i, clock))], Cursor.After(last, query)));
    }

    private static long? Before(string? after)
    {
        if (after is null) return null;
        return long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ProblemException.Invalid("cursor", ErrorCode.InvalidCursor, "Not a cursor of this list: give the 'next' of the page before.");
    }
}
