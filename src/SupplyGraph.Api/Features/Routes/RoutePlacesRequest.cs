using FluentValidation;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>What every question that rests on routes says of them.</summary>
public abstract record RoutePlacesRequest : FilteredRequest
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

    [Query("maxHops", "The most legs of a route.", Type = ParameterType.WholeNumber, Minimum = 1, Maximum = Limits.MaxHops, Default = "6", Example = "6")]
    public string? MaxHops { get; init; }

    [Query("components", "Whether what the legs carry must make sense along the route (follow), or only the plain graph counts (ignore).",
        Terms = typeof(ComponentMode), Default = "follow", Example = "follow")]
    public string? Components { get; init; }

    [Query("exact", "Takes places exactly: a country without its companies, a region without its members.",
        Type = ParameterType.Flag, Default = "false", Example = "false")]
    public string? Exact { get; init; }
}

/// <summary>Whether what the legs carry matters.</summary>
public enum ComponentMode
{
    Follow,
    Ignore,
}

/// <summary>Their rules.</summary>
public abstract class RoutePlacesValidator<T> : FilteredValidator<T> where T : RoutePlacesRequest
{
    protected RoutePlacesValidator()
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
        RuleFor(r => r.MaxHops).IsWholeNumber(1, Limits.MaxHops);
        RuleFor(r => r.Components).IsTermOf<T, ComponentMode>();
        RuleFor(r => r.Exact).IsBoolean();
        RuleFor(r => r.From).Custom(NeedsAPlace).Custom(EndsDiffer);
        RuleFor(r => r.Via).Custom(ViasAreBetween);
        RuleFor(r => r.Component).Custom(ComponentIsFollowed);
    }

    private static void NeedsAPlace(string[]? from, ValidationContext<T> context)
    {
        var request = context.InstanceToValidate;
        if (IsEmpty(from) && IsEmpty(request.To) && IsEmpty(request.Via))
            context.Fail(ErrorCode.Required, "At least one of from, to and via is needed, such as via=pakistan.");
    }

    private static void EndsDiffer(string[]? from, ValidationContext<T> context)
    {
        var request = context.InstanceToValidate;
        if (IsExact(request) && Only(from, context) is { } id && id == Only(request.To, context))
            context.Fail(ErrorCode.Contradiction, $"With exact=true no route leads from '{id}' to itself: give another to, or leave exact out.");
    }

    private static void ViasAreBetween(string[]? vias, ValidationContext<T> context)
    {
        var request = context.InstanceToValidate;
        if (!IsExact(request)) return;
        string?[] ends = [Only(request.From, context), Only(request.To, context)];
        foreach (var via in vias ?? [])
            if (Id(via, context) is { } id && ends.Contains(id))
                context.Fail(ErrorCode.Contradiction,
                    $"With exact=true '{id}' cannot be an end and lie between the ends: give another via, or leave exact out.");
    }

    private static void ComponentIsFollowed(string? component, ValidationContext<T> context)
    {
        if (component is not null && Given.Term<ComponentMode>(context.InstanceToValidate.Components) == ComponentMode.Ignore)
            context.Fail(ErrorCode.Contradiction, "A component cannot be followed with components=ignore: leave one of the two out.");
    }

    private static bool IsEmpty(string[]? values) => values is null or [];

    private static bool IsExact(T request) => bool.TryParse(request.Exact, out var exact) && exact;

    private static string? Only(string[]? values, ValidationContext<T> context) => values is [var only] ? Id(only, context) : null;

    private static string? Id(string? text, ValidationContext<T> context) =>
        text is not null && context.Names().TryResolve(text, [], out var entity, out _) ? entity.Id : null;
}
