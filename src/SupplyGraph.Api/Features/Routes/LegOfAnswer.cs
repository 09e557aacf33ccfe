using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>A leg that stands by itself, with what it needs of its route.</summary>
/// <param name="Rank">Its route's place in the answer, from 1.</param>
/// <param name="Number">Its own place on the route, from 1.</param>
/// <param name="Stage">That of its component; null for none.</param>
internal sealed record LegOfAnswer(int Rank, int Number, RouteShown Route, StopShown From, StopShown To, LegShown Leg, Stage? Stage)
{
    /// <summary>The legs of an answer: route by route, each from its first stop to its last.</summary>
    public static IEnumerable<LegOfAnswer> Of(RoutesFound found)
    {
        return found.Page.Routes.SelectMany((route, r) => route.Legs.Select((leg, l) =>
            new LegOfAnswer(r + 1, l + 1, route, route.Stops[l], route.Stops[l + 1], leg, StageOf(leg.Component, found.Graph))));
    }

    private static Stage? StageOf(string? component, Snapshot graph) =>
        component is not null && graph.TryFind(component, out var node) && graph.ComponentOrdinal(node) is var ordinal and >= 0
        ? graph.Taxonomy.StageOf(ordinal)
        : null;
}
