using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Disruptions;

/// <summary>
/// For every pair of a component and a receiver the best route that ends there with it. A route's cost is that of its last leg and more, so wherever a route
/// may start at that leg, the leg alone is the best that ends with it; only where it leaves a region (a cooperation about a component) a longer route is
/// needed, and searched for. O(relationships), and those searches.
/// </summary>
internal sealed class BestArrivals
{
    private readonly Snapshot snapshot;
    private readonly BackwardSearch search;
    private readonly SuffixOrder order;
    private readonly Dictionary<(int Component, int Receiver), Suffix> best = [];

    public BestArrivals(Snapshot snapshot, DisruptionQuestion question, BackwardSearch search)
    {
        (this.snapshot, this.search, order) = (snapshot, search, new SuffixOrder(snapshot));
        var filter = new LegFilter(snapshot, question.Filters);
        var longer = new List<((int Component, int Receiver) Pair, Suffix Last)>();
        for (var node = 0; node < snapshot.NodeCount; node++)
        {
            if (!snapshot.Exists(node) || snapshot.Kind(node) is not (EntityKind.Company or EntityKind.Country or EntityKind.Vehicle)) continue;
            foreach (ref readonly var arc in snapshot.In(node))
            {
                if (!filter.Passes(arc.Relationship) || snapshot.Component(arc.Relationship) is not (>= 0 and var component)) continue;
                var pair = (snapshot.ComponentNode(component), node);
                if (best.TryGetValue(pair, out var known) && known.Cost < arc.Cost) continue;
                var last = new Suffix(arc.Node, new Arc(node, arc.Link, arc.Cost));
                if (BackwardSearch.IsStart(snapshot, arc.Node)) Offer(pair, last);
                else longer.Add((pair, last));
            }
        }
        foreach (var (pair, last) in longer) Lengthen(pair, last);
    }

    /// <summary>The pairs that have a route, as nodes.</summary>
    public IReadOnlyCollection<(int Component, int Receiver)> Pairs => best.Keys;

    /// <summary>The least cost of a pair; null where it has no route.</summary>
    public long? CostOf((int Component, int Receiver) pair) => best.TryGetValue(pair, out var route) ? route.Cost : null;

    /// <summary>The best route of a pair; null where it has none.</summary>
    public Arrival? RouteOf((int Component, int Receiver) pair) => best.TryGetValue(pair, out var route) ? Written(route) : null;

    private void Offer((int Component, int Receiver) pair, Suffix route)
    {
        if (!best.TryGetValue(pair, out var known) || order.Compare(route, known) < 0) best[pair] = route;
    }

    // One that costs as much and has more legs is no better.
    private void Lengthen((int Component, int Receiver) pair, Suffix last)
    {
        var below = !best.TryGetValue(pair, out var known) ? long.MaxValue : known.Hops > 1 ? known.Cost + 1 : known.Cost;
        if (search.BestWith(last, below) is { } route) Offer(pair, route);
    }

    private Arrival Written(Suffix route) => new(
        route.Cost,
        [.. route.Stops.Select(snapshot.Id)],
        [.. route.Parts.Select(p => Counted.Of(snapshot, p.Leg.Relationship, snapshot.Key(p.Stop, p.Leg)))]);
}
