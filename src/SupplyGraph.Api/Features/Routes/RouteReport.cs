using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage;
using Route = SupplyGraph.Analysis.Routes.Route;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>Has a question answered, and puts names and evidence to the routes that the engine finds.</summary>
/// <param name="names">The names that this request sees.</param>
/// <param name="assumed">The evidence under a scenario; null for none.</param>
internal sealed class RouteReport(NameResolver names, IGraphStore store, RecentClaims recent, Assumed? assumed = null)
{
    /// <summary>The answer; null where the graph has moved on from the view that the names are of.</summary>
    public async Task<RoutesFound?> AnswerAsync(RouteQuery query, Assumption assumption, Budget budget, CancellationToken cancel)
    {
        var finding = new RouteFinding(names.View, store.GetExtentAsync, budget);
        if (await finding.FindAsync(query.ToQuestion(), assumption, cancel) is not ({ } answer, { } graph)) return null;
        var routes = await ShowAsync(answer.Routes, graph, cancel);
        var page = new RoutePage(query, answer.Complete, answer.StoppedBy, answer.Expanded, graph.Version, routes, answer.Obstacle);
        return new RoutesFound(page, graph);
    }

    /// <summary>Routes with the names of their stops and the evidence of their legs.</summary>
    public async Task<IReadOnlyList<RouteShown>> ShowAsync(IReadOnlyList<Route> routes, Snapshot graph, CancellationToken cancel)
    {
        var relationships = routes.SelectMany(r => r.Legs).Select(l => l.Key.Id).Distinct(StringComparer.Ordinal).ToList();
        var claims = await recent.OfAsync(relationships, graph.Version, cancel);
        return [.. routes.Select(r => Show(r, graph, claims))];
    }

    private RouteShown Show(Route route, Snapshot graph, IReadOnlyDictionary<string, IReadOnlyList<Claim>> claims)
    {
        var stops = route.Stops.Select(id => ShowStop(id, graph)).ToList();
        var legs = route.Legs.Select((leg, i) => ShowLeg(leg, route.Stops[i], route.Stops[i + 1], claims)).ToList();
        return new RouteShown(
            route.Plausibility, route.Status, route.Hops, route.Countries, stops, legs, route.WeakestLeg,
            Explanation.Of(stops, legs, route.WeakestLeg, NameOf));
    }

    private StopShown ShowStop(string id, Snapshot graph)
    {
        var node = graph.TryFind(id, out var found)
            ? found
            : throw new InvalidOperationException($"The engine answered with '{id}', which its graph does not hold.");
        return new StopShown(id, NameOf(id), graph.Kind(node), graph.Home(node) is var home and >= 0 ? graph.Id(home) : null);
    }

    private LegShown ShowLeg(Leg leg, string from, string to, IReadOnlyDictionary<string, IReadOnlyList<Claim>> stored)
    {
        var claims = stored.GetValueOrDefault(leg.Key.Id) ?? [];
        if (assumed is not null) claims = assumed.ClaimsOf(leg.Key, claims);
        return new LegShown(
            from, to, leg.Key.Id, leg.Type, leg.Key.Role, leg.Along, leg.Component, leg.Status, leg.Confidence, leg.Plausibility, leg.Joint, leg.Pool,
            [.. claims.Select(c => c.Id)], SourceShown.Of(claims), leg.Alternatives);
    }

    private string NameOf(string id) => names.View.Names.Get(id)?.Name ?? id;
}

/// <summary>An answer, and the graph that it was found in.</summary>
internal sealed record RoutesFound(RoutePage Page, Snapshot Graph);
