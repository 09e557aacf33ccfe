using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>The question as it was understood: names resolved to ids, defaults filled in.</summary>
/// <param name="From">Ids; empty for an open start.</param>
/// <param name="To">Ids; empty for an open end.</param>
/// <param name="Via">Ids, all of which are met.</param>
/// <param name="Avoid">Ids.</param>
/// <param name="Component">The id of the component asked for.</param>
/// <param name="Types">Types of legs; empty for all.</param>
/// <param name="Status">Statuses of legs; empty for all.</param>
/// <param name="MinConfidence">The least confidence of a leg, 0..1.</param>
/// <param name="AsOf">The day on which legs count.</param>
/// <param name="MaxHops">The most legs, 1..12.</param>
/// <param name="Limit">How many routes at most, 1..100.</param>
/// <param name="Distinct">What only the best route is kept of.</param>
/// <param name="Components">Whether what the legs carry matters.</param>
/// <param name="Exact">Whether places are taken exactly.</param>
public sealed record RouteQuery(
    IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<string> Via, IReadOnlyList<string> Avoid, string? Component,
    IReadOnlyList<RelationshipType> Types, IReadOnlyList<Status> Status, double MinConfidence, DateOnly AsOf, int MaxHops, int Limit, Distinct Distinct,
    ComponentMode Components, bool Exact)
{
    /// <summary>What a scenario assumes; null where none is given.</summary>
    public ScenarioEcho? Scenario { get; init; }

    /// <summary>Reads a request that has passed its validator.</summary>
    public static RouteQuery Of(RouteRequest request, NameResolver names, TimeProvider clock) =>
        Of(request, Given.WholeNumber(request.Limit, Limits.DefaultRoutes), Given.Term<Distinct>(request.Distinct), names, clock);

    /// <summary>The same for a question that rests on routes.</summary>
    /// <param name="distinct">Null for what suits the question.</param>
    public static RouteQuery Of(RoutePlacesRequest request, int limit, Distinct? distinct, NameResolver names, TimeProvider clock)
    {
        var filters = request.Filters(clock);
        var question = new RouteQuestion
        {
            From = names.Ids(request.From),
            To = names.Ids(request.To),
            Via = names.Ids(request.Via),
            Distinct = distinct,
            AsOf = filters.AsOf,
        };
        return new RouteQuery(
            question.From,
            question.To,
            question.Via,
            names.Ids(request.Avoid),
            request.Component is { } component ? names.Id(component, EntityKind.Component) : null,
            filters.Types,
            filters.Statuses,
            filters.MinConfidence,
            filters.AsOf,
            Given.WholeNumber(request.MaxHops, Limits.DefaultHops),
            limit,
            question.EffectiveDistinct,
            Given.Term<ComponentMode>(request.Components) ?? ComponentMode.Follow,
            Given.Boolean(request.Exact) ?? false);
    }

    public RouteQuestion ToQuestion() => new()
    {
        From = From,
        To = To,
        Via = Via,
        Avoid = Avoid,
        Component = Component,
        Types = Types,
        Statuses = Status,
        MinConfidence = MinConfidence,
        AsOf = AsOf,
        MaxHops = MaxHops,
        Limit = Limit,
        Distinct = Distinct,
        FollowComponents = Components == ComponentMode.Follow,
        Exact = Exact,
    };
}
