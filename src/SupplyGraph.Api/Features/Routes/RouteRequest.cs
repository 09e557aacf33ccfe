using FluentValidation;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>A question for routes, as it stands in an address.</summary>
public sealed record RouteRequest : RoutePlacesRequest, IRequest
{
    [Query("from", "Where a route may start: an id, name, alias or ISO code; repeat for several, any of which will do. Left out: any company or country.",
        Example = "china")]
    public string[]? From { get; init; }

    [Query("to", "Where a route may end; repeat for several. Left out: any country or region.", Example = "africa")]
    public string[]? To { get; init; }

    [Query("via", "A place that a stop between the first and the last must lie in; repeat for up to 4, all of which must be met, in any order.",
        MaxValues = Limits.MaxVias, Example = "pakistan")]
    public string[]? Via { get; init; }

    [Query("avoid", "A place that no stop may lie in; repeat for several.", Example = "iran")]
    public string[]? Avoid { get; init; }

    [Query("component", "Only routes of this component: every leg that names a component names it, its kinds, what goes into it or what it goes into.",
        Example = "passenger-vehicle")]
    public string? Component { get; init; }

    [Query("types", "Types that legs may have; repeat for several. Left out: all.", Terms = typeof(RelationshipType), Example = "exports_to")]
    public string[]? Types { get; init; }

    [Query("status", "Statuses that legs may have; repeat for several. Left out: all.", Terms = typeof(Status), Example = "established")]
    public string[]? Status { get; init; }

    [Query("minConfidence", "The least confidence of a leg.", Type = ParameterType.Fraction, Minimum = 0, Maximum = 1, Default = "0", Example = "0.5")]
    public string? MinConfidence { get; init; }

    [Query("asOf", "The day on which legs must count: a year, month or day, meaning its first day. Left out: today, UTC.",
        Type = ParameterType.Date, Example = "2026-11-22")]
    public string? AsOf { get; init; }

    [Query("maxHops", "The most legs of a route.", Type = ParameterType.WholeNumber, Minimum = 1, Maximum = Limits.MaxHops, Default = "6", Example = "6")]
    public string? MaxHops { get; init; }

    [Query("limit", "How many routes at most.", Type = ParameterType.WholeNumber, Minimum = 1, Maximum = Limits.MaxRoutes, Default = "10", Example = "10")]
    public string? Limit { get; init; }

    [Query("distinct", "Keeps only the best route per first and last stop (endpoints), per chain of countries (countries), "
        + "or per chain of countries around the vias (around). Left out: none with both ends given, else around with a via, countries without.",
        Terms = typeof(Distinct), Example = "around")]
    public string? Distinct { get; init; }

    IValidator IRequest.Validator => RouteValidator.Instance;
}

internal sealed class RouteValidator : RoutePlacesValidator<RouteRequest>
{
    public static readonly RouteValidator Instance = new();

    private RouteValidator()
    {
        RuleFor(r => r.Limit).IsWholeNumber(1, Limits.MaxRoutes);
        RuleFor(r => r.Distinct).IsTermOf<RouteRequest, Distinct>();
    }
}
