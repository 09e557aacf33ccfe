using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// Says why a complete search found no route, as near to the question as it can: an empty place, a via cut off, ends that do not join, too few legs, or what
/// the legs carry.
/// </summary>
internal static class Obstacles
{
    public static Obstacle Nearest(Snapshot snapshot, RouteQuestion question, CancellationToken cancel)
    {
        using var buffers = SearchBuffers.Rent(snapshot);
        var roles = new NodeRoles(snapshot, question, buffers);
        // A search says that there is a chain much sooner than walking the whole graph says that there is none.
        return EmptyPlace(question, roles) ?? NoSense(snapshot, question, cancel) ?? CutOff(snapshot, question, roles)
            ?? NoWay(snapshot, question, cancel);
    }

    private static Obstacle? EmptyPlace(RouteQuestion question, NodeRoles roles)
    {
        if (!roles.Starts.Any()) return Empty("from", question.From, "No place is left where a route could start");
        if (!roles.Ends.Any()) return Empty("to", question.To, "No place is left where a route could end");
        for (var v = 0; v < question.Via.Count; v++)
            if (!roles.Meeting(v).Any()) return Empty("via", [question.Via[v]], $"Everything in {question.Via[v]} is avoided");
        return null;

        static Obstacle Empty(string field, IReadOnlyList<string> values, string what) =>
            new("empty_place_set", field, values.Count > 0 ? values[0] : null, $"{what}: avoid less.");
    }

    private static Obstacle? CutOff(Snapshot snapshot, RouteQuestion question, NodeRoles roles)
    {
        var filter = new LegFilter(snapshot, question.Filters);
        var fromStart = Hops(snapshot, roles, filter, forward: true);
        var toEnd = Hops(snapshot, roles, filter, forward: false);
        for (var v = 0; v < question.Via.Count; v++)
        {
            var nodes = roles.Meeting(v).ToList();
            if (!nodes.Exists(n => fromStart[n] > 0)) return ViaCutOff(question.Via[v], "Nothing that may start a route leads to");
            if (!nodes.Exists(n => toEnd[n] > 0)) return ViaCutOff(question.Via[v], "Nothing leads on to an end from");
            var nearest = nodes.Where(n => fromStart[n] > 0 && toEnd[n] > 0).Select(n => fromStart[n] + toEnd[n]).DefaultIfEmpty(int.MaxValue).Min();
            if (nearest > question.MaxHops) return TooFewLegs(nearest);
        }
        var ends = roles.Ends.Where(n => fromStart[n] > 0).Select(n => fromStart[n]).DefaultIfEmpty(int.MaxValue).Min();
        if (ends == int.MaxValue)
            return new("ends_not_connected", "to", question.To.Count > 0 ? question.To[0] : null,
                "No chain of relationships that pass the filters leads from a start to an end: widen types, status, minConfidence or asOf.");
        if (ends > question.MaxHops) return TooFewLegs(ends);
        return null;

        Obstacle TooFewLegs(int needed) => needed == int.MaxValue
            ? new("via_cut_off", "via", question.Via.Count > 0 ? question.Via[0] : null,
                "No one stop joins both sides of the via: widen types, status, minConfidence or asOf.")
            : new("too_few_legs", "maxHops", null,
                $"The shortest chain needs {needed} legs: maxHops is {question.MaxHops}{(needed <= Limits.MaxHops ? $", try {needed}" : "")}.", needed);

        static Obstacle ViaCutOff(string via, string what) =>
            new("via_cut_off", "via", via,
                $"{what} {via} over relationships that pass the filters: widen types, status, minConfidence or asOf, or avoid less.");
    }

    // By hops alone there is a way: what is left is what the legs carry, or that every way visits a place twice. What the budget leaves open is not told apart.
    /// <summary>What the legs carry, where the places are connected but for that.</summary>
    private static Obstacle? NoSense(Snapshot snapshot, RouteQuestion question, CancellationToken cancel)
    {
        if (!question.FollowComponents || HasRoute(snapshot, Plain(question), cancel) is not true) return null;
        return new(
            "component_order", question.Component is null ? null : "component", question.Component,
            "The places are connected, but no chain within maxHops makes sense for what its legs carry: raise maxHops, or ask the plain graph "
                + "with components=ignore.");
    }

    private static Obstacle NoWay(Snapshot snapshot, RouteQuestion question, CancellationToken cancel)
    {
        var plain = Plain(question);
        var connected = question.FollowComponents ? HasRoute(snapshot, plain, cancel) : false;
        var farther = connected is false && question.MaxHops < Limits.MaxHops ? HasRoute(snapshot, plain with { MaxHops = Limits.MaxHops }, cancel) : connected;
        return farther switch
        {
            true => new("too_few_legs", "maxHops", null, $"The shortest chain needs {question.MaxHops + 1} legs or more: raise maxHops."),
            false => new(
                "no_simple_chain", null, null,
                $"The places are connected only by chains that pass one place twice or have more than {Limits.MaxHops} legs: give other places."),
            null => new(
                "no_fitting_chain", null, null,
                $"No chain of at most {question.MaxHops} legs passes no place twice and makes sense for what its legs carry: give other places, or ask "
                    + "with components=ignore."),
        };
    }

    private static RouteQuestion Plain(RouteQuestion question) => question with { FollowComponents = false, Component = null };

    private static bool? HasRoute(Snapshot snapshot, RouteQuestion asked, CancellationToken cancel) =>
        RouteSearch.Exists(snapshot, asked, new Budget(Limits.MaxObstacleExpansions, Limits.MaxSearchTime), cancel);

    /// <summary>
    /// The least legs from any start (or to any end) to each node over what may be passed; 0 where there is no such chain of one leg or more.
    /// </summary>
    private static int[] Hops(Snapshot snapshot, NodeRoles roles, LegFilter filter, bool forward)
    {
        var hops = new int[snapshot.NodeCount];
        var queue = new Queue<(int Node, int Hops)>();
        foreach (var node in forward ? roles.Starts : roles.Ends) queue.Enqueue((node, 0));
        while (queue.TryDequeue(out var at))
        {
            if (at.Hops > 0 && !roles.MayPass(at.Node)) continue;
            foreach (var arc in forward ? snapshot.Out(at.Node) : snapshot.In(at.Node))
            {
                var next = arc.Node;
                if (hops[next] > 0 || roles.IsBarred(next) || !filter.Passes(arc.Relationship)) continue;
                // A leg that may only end a route leads to an end and nowhere else.
                if (filter.EndsRoute(arc) && (forward ? !roles.IsEnd(next) : at.Hops > 0)) continue;
                hops[next] = at.Hops + 1;
                queue.Enqueue((next, at.Hops + 1));
            }
        }
        return hops;
    }
}
