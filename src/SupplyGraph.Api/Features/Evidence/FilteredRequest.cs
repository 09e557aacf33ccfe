using FluentValidation;
using SupplyGraph.Analysis;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Evidence;

/// <summary>A question over relationships, which says which of them count.</summary>
public abstract record FilteredRequest : IAskedOfADay
{
    [Query("types", "Types that relationships may have; repeat for several. Left out: all that the question is about.", Terms = typeof(RelationshipType),
        Example = "exports_to")]
    public string[]? Types { get; init; }

    [Query("status", "Statuses that relationships may have; repeat for several. Left out: all.", Terms = typeof(Status), Example = "established")]
    public string[]? Status { get; init; }

    [Query("minConfidence", "The least confidence of a relationship.", Type = ParameterType.Fraction, Minimum = 0, Maximum = 1, Default = "0", Example = "0.5")]
    public string? MinConfidence { get; init; }

    [Query("asOf", "The day on which relationships must count: a year, month or day, meaning its first day. Left out: today, UTC.",
        Type = ParameterType.Date, Example = "2026-11-22")]
    public string? AsOf { get; init; }

    /// <summary>The filters of a request that has passed its validator.</summary>
    internal LegFilters Filters(TimeProvider clock) => new()
    {
        Types = Given.Terms<RelationshipType>(Types),
        Statuses = Given.Terms<Status>(Status),
        MinConfidence = Given.Number(MinConfidence) ?? 0,
        AsOf = Day.Of(AsOf, clock),
    };
}

/// <summary>The rules of every filter.</summary>
public abstract class FilteredValidator<T> : AbstractValidator<T> where T : FilteredRequest
{
    protected FilteredValidator()
    {
        RuleForEach(r => r.Types).IsTermOf<T, RelationshipType>();
        RuleForEach(r => r.Status).IsTermOf<T, Status>();
        RuleFor(r => r.MinConfidence).IsFraction();
        RuleFor(r => r.AsOf).IsDate();
    }
}
