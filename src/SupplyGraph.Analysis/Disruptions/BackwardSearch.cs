using System.Diagnostics;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Disruptions;

/// <summary>
/// The best route of section 4 that ends with a given leg, where no route can start at that leg itself. Uniform-cost search (Dijkstra, 1959) backward over
/// partial routes rather than nodes, since routes are simple and what may stand before a leg depends on all that follows: costs are additive and never
/// negative, so the first routes to come out complete are the best. O(expanded x (branching x hops + log expanded)).
/// </summary>
internal sealed class BackwardSearch(Snapshot snapshot, DisruptionQuestion question, Budget budget, CancellationToken cancel)
{
    // The clock is read once in so many expansions.
    private const int ClockInterval = 64;

    private readonly long started = Stopwatch.GetTimestamp();
    private readonly LegFilter filter = new(snapshot, question.Filters);
    private readonly CarryRules rules = new(snapshot, new RouteQuestion { AsOf = question.Filters.AsOf });
    private readonly SuffixOrder order = new(snapshot);
    private readonly int poolCost = Plausibility.Cost(Plausibility.Pool);

    /// <summary>Partial routes expanded by all searches so far.</summary>
    public int Expanded { get; private set; }

    /// <summary>What ended a search early; those after it find nothing.</summary>
    public StopReason? StoppedBy { get; private set; }

    /// <summary>Whether a route may start at a node.</summary>
    public static bool IsStart(Snapshot snapshot, int node) => snapshot.Kind(node) is EntityKind.Company or EntityKind.Country or EntityKind.Component;

    /// <summary>The best route that ends with a leg; null where there is none that costs less than a bound, or where the budget ended the search.</summary>
    /// <param name="last">The last leg, which names a component.</param>
    /// <param name="below">What a route has to cost less than.</param>
    public Suffix? BestWith(Suffix last, long below)
    {
        var open = new PriorityQueue<Suffix, long>([(last, last.Cost)]);
        Suffix? best = null;
        while (open.TryDequeue(out var route, out var cost) && cost < below && (best is null || cost == best.Cost) && !IsSpent(open.Count))
        {
            Expanded++;
            if (IsStart(snapshot, route.Stop) && !route.OwesName) best = best is null || order.Compare(route, best) < 0 ? route : best;
            else if (route.Hops < question.MaxHops) Extend(route, open);
        }
        return StoppedBy is null ? best : null;
    }

    private void Extend(Suffix route, PriorityQueue<Suffix, long> open)
    {
        foreach (ref readonly var arc in snapshot.In(route.Stop))
            if (filter.Passes(arc.Relationship) && With(route, arc) is { } longer) open.Enqueue(longer, longer.Cost);
    }

    /// <summary>The route with one more leg before it; null where that may not stand there.</summary>
    private Suffix? With(Suffix route, Arc arc)
    {
        var leg = new Arc(route.Stop, arc.Link, arc.Cost);
        if (filter.EndsRoute(leg) || route.Stops.Contains(arc.Node)) return null;
        if (!rules.MayPass(arc.Node, Walked(leg), route.Stop, Walked(route.Leg), route.Leg.Node)) return null;
        var cost = route.Cost + arc.Cost + (CarryRules.IsPool(snapshot, route.Stop) ? poolCost : 0);
        var component = snapshot.Component(arc.Relationship);
        if (component < 0)
        {
            var owes = route.OwesName || !CarryRules.IsOwnerToOwned(snapshot, Walked(leg));
            return new Suffix(arc.Node, leg, route, cost, isNamed: false, owes);
        }
        if (!MayComeBefore(component, route)) return null;
        cost += rules.JointOf(arc.Relationship, route.FirstNamed.Leg.Relationship, adjacent: route.FirstNamed == route).Cost;
        return new Suffix(arc.Node, leg, route, cost, isNamed: true, owesName: false);
    }

    private bool MayComeBefore(int component, Suffix route) =>
        route.Parts.Select(p => snapshot.Component(p.Leg.Relationship)).All(later => later < 0 || rules.MayFollow(component, later));

    private static LocalArc Walked(Arc leg) => new(leg.Node, leg.Link, leg.Cost, EndsRoute: false);

    private bool IsSpent(int held)
    {
        if (StoppedBy is not null) return true;
        if (Expanded >= budget.Expansions || held >= Limits.MaxPartialRoutes) StoppedBy = StopReason.Expansions;
        else if (Expanded % ClockInterval == 0)
        {
            cancel.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(started) >= budget.Time) StoppedBy = StopReason.Time;
        }
        return StoppedBy is not null;
    }
}
