using FluentValidation;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>A question for routes, as it stands in an address.</summary>
public sealed record RouteRequest : IRequest, IAskedOfADay
{
    [Query("from", "Where a route may start: an id, name, alias or ISO code; repeat for several, any of which will do. Left out: any company or country.",
        Example = "china")]
    public string[]? From { get; init; }

    [Query("to", "Where a route may end; repeat for several. Left out: any country or region.", Example = "africa")]
    public string[]? To { get; init; }

    [Query("via", "A place that a stop between the first and the last must lie in; repeat for up to 4, all of which must be met, in any order.",
        Example = "pakistan")]
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

    [Query("components", "Whether what the legs carry must make sense along the route (follow), or only the plain graph counts (ignore).",
        Terms = typeof(ComponentMode), Default = "follow", Example = "follow")]
    public string? Components { get; init; }

    [Query("exact", "Takes places exactly: a country without its companies, a region without its members.",
        Type = ParameterType.Flag, Default = "false", Example = "false")]
    public string? Exact { get; init; }

    IValidator IRequest.Validator => RouteValidator.Instance;
}

/// <summary>Whether what the legs carry matters.</summary>
public enum ComponentMode
{
    Follow,
    Ignore,
}

internal sealed class RouteValidator : AbstractValidator<RouteRequest>
{
    public static readonly RouteValidator Instance = new();

    private RouteValidator()
    {
        RuleFor(r => r.From).HasAtMost(Limits.MaxListValues);
        RuleFor(r => r.To).HasAtMost(Limits.MaxListValues);
        RuleFor(r => r.Via).HasAtMost(Limits.MaxVias);
        RuleFor(r => r.Avoid).HasAtMost(Limits.MaxListValues);
        RuleForEach(r => r.From).NamesAn();
        RuleForEach(r => r.To).NamesAn();
        RuleForEach(r => r.Via).NamesAn();
        RuleForEach(r => r.Avoid).NamesAn();
        RuleFor(r => r.Component).NamesAn(EntityKind.Component);
        RuleForEach(r => r.Types).IsTermOf<RouteRequest, RelationshipType>();
        RuleForEach(r => r.Status).IsTermOf<RouteRequest, Status>();
        RuleFor(r => r.MinConfidence).IsFraction();
        RuleFor(r => r.AsOf).IsDate();
        RuleFor(r => r.MaxHops).IsWholeNumber(1, Limits.MaxHops);
        RuleFor(r => r.Limit).IsWholeNumber(1, Limits.MaxRoutes);
        RuleFor(r => r.Distinct).IsTermOf<RouteRequest, Distinct>();
        RuleFor(r => r.Components).IsTermOf<RouteRequest, ComponentMode>();
        RuleFor(r => r.Exact).IsBoolean();
        RuleFor(r => r.From).Custom(NeedsAPlace).Custom(EndsDiffer);
        RuleFor(r => r.Via).Custom(ViasAreBetween);
        RuleFor(r => r.Component).Custom(ComponentIsFollowed);
    }

    private static void NeedsAPlace(string[]? from, ValidationContext<RouteRequest> context)
    {
        var request = context.InstanceToValidate;
        if (IsEmpty(from) && IsEmpty(request.To) && IsEmpty(request.Via))
            context.Fail(ErrorCode.Required, "At least one of from, to and via is needed, such as via=pakistan.");
    }

    private static void EndsDiffer(string[]? from, ValidationContext<RouteRequest> context)
    {
        var request = context.InstanceToValidate;
        if (IsExact(request) && Only(from, context) is { } id && id == Only(request.To, context))
            context.Fail(ErrorCode.Contradiction, $"With exact=true no route leads from '{id}' to itself: give another to, or leave exact out.");
    }

    private static void ViasAreBetween(string[]? vias, ValidationContext<RouteRequest> context)
    {
        var request = context.InstanceToValidate;
        if (!IsExact(request)) return;
        string?[] ends = [Only(request.From, context), Only(request.To, context)];
        foreach (var via in vias ?? [])
            if (Id(via, context) is { } id && ends.Contains(id))
                context.Fail(ErrorCode.Contradiction,
                    $"With exact=true '{id}' cannot be an end and lie between the ends: give another via, or leave exact out.");
    }

    private static void ComponentIsFollowed(string? component, ValidationContext<RouteRequest> context)
    {
        if (component is not null && Given.Term<ComponentMode>(context.InstanceToValidate.Components) == ComponentMode.Ignore)
            context.Fail(ErrorCode.Contradiction, "A component cannot be followed with components=ignore: leave one of the two out.");
    }

    private static bool IsEmpty(string[]? values) => values is null or [];

    private static bool IsExact(RouteRequest request) => bool.TryParse(request.Exact, out var exact) && exact;

    private static string? Only(string[]? values, ValidationContext<RouteRequest> context) => values is [var only] ? Id(only, context) : null;

    private static string? Id(string? text, ValidationContext<RouteRequest> context) =>
        text is not null && context.Names().TryResolve(text, [], out var entity, out _) ? entity.Id : null;
}
