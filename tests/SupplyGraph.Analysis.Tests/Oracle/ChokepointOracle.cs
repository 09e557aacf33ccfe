using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>The chokepoints of design section 5 by brute force: every route of the question, with every choice of legs, is known.</summary>
internal sealed class ChokepointOracle
{
    private readonly OracleGraph graph;
    private readonly RouteQuestion question;
    private readonly OraclePlaces places;
    private readonly List<Route> ways;
    private readonly List<Route> best;

    public ChokepointOracle(OracleGraph graph, RouteQuestion asked)
    {
        (this.graph, question) = (graph, asked with { Limit = int.MaxValue, Distinct = Distinct.None });
        places = new OraclePlaces(graph, new OracleComponents(graph, default), default);
        ways = [.. new RouteOracle(graph, question).EveryWay()];
        best = [.. RouteOracle.Answer(graph, question).DistinctBy(r => (r.Stops[0], r.Stops[^1]))];
    }

    /// <summary>Each chokepoint in a line: criticality, pairs, pairs cut off, and what the worst-hit pair loses.</summary>
    public IReadOnlyList<string> Answer() =>
        [.. Suspects().Select(Line).OrderByDescending(l => l.Criticality).ThenBy(l => l.Id, StringComparer.Ordinal).Select(l => l.Text)];

    public IReadOnlyList<string> Pairs() => [.. best.Select(r => $"{r.Cost} {string.Join(" > ", r.Stops)}")];

    private IEnumerable<string> Suspects() => best.SelectMany(Suspects).Distinct().Except(question.Via);

    private IEnumerable<string> Suspects(Route route)
    {
        var inner = route.Stops.Where(s => s != route.Stops[0] && s != route.Stops[^1]).ToList();
        var homes = inner.Where(s => graph.KindOf(s) == EntityKind.Company).Select(places.Home).OfType<string>();
        return inner.Concat(homes).Concat(route.Legs.Select(l => l.Component).OfType<string>())
            .Where(s => graph.KindOf(s) is EntityKind.Company or EntityKind.Country or EntityKind.Corridor or EntityKind.Component);
    }

    private (string Id, double Criticality, string Text) Line(string x)
    {
        var gone = places.PlaceSet(x, exact: false);
        var losses = best.Select(route => (Route: route, Left: Left(route, x, gone)))
            .Select(l => (l.Route, l.Left, Loss: l.Route.Plausibility - (l.Left?.Plausibility ?? 0))).ToList();
        var criticality = losses.Sum(l => l.Loss) / best.Sum(r => r.Plausibility);
        // A pair whose best route still stands loses nothing, and is no example of what another loses nothing by.
        var (worst, left, loss) = losses.Where(l => !Stands(l.Route, l.Left)).MaxBy(l => l.Loss);
        var text = $"{x} {criticality:0.000000} cut off {losses.Count(l => l.Left is null)} worst {loss:0.000000} {worst.Stops[0]}..{worst.Stops[^1]} "
            + $"{(left is null ? "" : string.Join(" > ", left.Stops))}";
        return (x, Math.Round(criticality, 9), text);
    }

    private Route? Left(Route route, string x, HashSet<string> gone) => ways
        .Where(w => w.Stops[0] == route.Stops[0] && w.Stops[^1] == route.Stops[^1])
        .Where(w => !w.Stops.Any(gone.Contains) && w.Legs.All(l => l.Component != x))
        .Order(Comparer<Route>.Create(RouteOracle.Compare)).FirstOrDefault();

    private static bool Stands(Route route, Route? left) =>
        left is not null && route.Stops.SequenceEqual(left.Stops) && route.Legs.Select(l => l.Relationship).SequenceEqual(left.Legs.Select(l => l.Relationship));
}
