using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Relationships;

/// <summary>Filters that every list of relationships takes.</summary>
public abstract record RelationshipListRequest : PagedRequest, IAskedOfADay
{
    [Query("type", "Only relationships of this type; repeat for several.", Terms = typeof(RelationshipType), Example = "operates_in")]
    public string[]? Type { get; init; }

    [Query("status", "Only relationships of this status; repeat for several.", Terms = typeof(Status), Example = "established")]
    public string[]? Status { get; init; }

    [Query("minConfidence", "The least confidence, 0..1.", Type = ParameterType.Fraction, Minimum = 0, Maximum = 1, Example = "0.7")]
    public string? MinConfidence { get; init; }

    [Query("asOf", "Only what is valid on this day (a year or month means its first day); left out, validity does not matter.",
        Type = ParameterType.Date, Example = "2026-01-01")]
    public string? AsOf { get; init; }
}

/// <summary>Their rules.</summary>
public abstract class RelationshipListValidator<T> : PagedValidator<T> where T : RelationshipListRequest
{
    protected RelationshipListValidator()
    {
        RuleForEach(r => r.Type).IsTermOf<T, RelationshipType>();
        RuleForEach(r => r.Status).IsTermOf<T, Status>();
        RuleFor(r => r.MinConfidence).IsFraction();
        RuleFor(r => r.AsOf).IsDate();
    }
}

/// <summary>The filters of a list of relationships as they were understood. Null and empty mean no restriction.</summary>
public sealed record RelationshipQuery
{
    /// <summary>Types; empty for all.</summary>
    public required IReadOnlyList<RelationshipType> Type { get; init; }

    /// <summary>The id of the from end.</summary>
    public string? From { get; init; }

    /// <summary>The id of the to end.</summary>
    public string? To { get; init; }

    /// <summary>The id of either end.</summary>
    public string? Entity { get; init; }

    /// <summary>The id of the component.</summary>
    public string? Component { get; init; }

    /// <summary>Statuses; empty for all.</summary>
    public required IReadOnlyList<Status> Status { get; init; }

    /// <summary>The least confidence, 0..1.</summary>
    public required double? MinConfidence { get; init; }

    /// <summary>The day on which they are valid.</summary>
    public required DateOnly? AsOf { get; init; }

    /// <summary>Who states them.</summary>
    public string? Publisher { get; init; }

    /// <summary>Whether claims disagree.</summary>
    public bool? Disputed { get; init; }
}

/// <summary>A page of relationships.</summary>
/// <param name="Query">The filters as they were understood.</param>
/// <param name="Items">In the order of ids.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Version">The version of the graph.</param>
public sealed record RelationshipPage(RelationshipQuery Query, IReadOnlyList<RelationshipAnswer> Items, string? Next, long Version);
