using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>Which sphere grows next, and when all chains are held.</summary>
internal sealed partial class Reach
{
    /// <summary>How many times larger the next frontier is taken to be, before it is known.</summary>
    private const double Growth = 4;

    private void Grow()
    {
        for (least = Least(); !IsTooLarge && Next() is { } sphere; least = Least()) sphere.Grow(snapshot, roles, Towards(sphere));
    }

    // What the legs on one side of the via may cost is what those on its other side leave of the cap. The spheres around the ends may hold both sides.
    private void Limit(RouteQuestion question, int cap)
    {
        var filter = new LegFilter(snapshot, question.Filters);
        var (before, after) = hasVia ? (toVia.LeastLeg(snapshot, filter), fromVia.LeastLeg(snapshot, filter)) : (0, 0);
        starts.Limit(cap, filter, poolCost);
        toVia.Limit(cap - after, filter, poolCost);
        ends.Limit(cap, filter, poolCost);
        fromVia.Limit(cap - before, filter, poolCost);
        if (!hasVia || starts.IsGiven || ends.IsGiven) return;
        // Nothing can meet, so one side has to grow as far as it may, and says what the other has left.
        while (fromVia.Radius < maxLegs - 1 && !IsTooLarge) fromVia.Grow(snapshot, roles, ends);
        var nearest = cap;
        foreach (var node in fromVia.Reached)
            if (roles.IsEnd(node)) nearest = Math.Min(nearest, fromVia.LeastCost(node));
        toVia.Tighten(cap - nearest);
    }

    private HopSphere Towards(HopSphere sphere) =>
        hasVia ? sphere == starts ? toVia : sphere == toVia ? starts : sphere == fromVia ? ends : fromVia : sphere == starts ? ends : starts;

    private Distances Least() => hasVia
        ? new(1, HasVia: true, Between(starts, toVia), Between(fromVia, ends))
        : new(Between(starts, ends), HasVia: false, 1, 1);

    private static int Between(HopSphere one, HopSphere other)
    {
        if (!one.IsGiven || !other.IsGiven) return 1;
        return Math.Max(1, Math.Min(Math.Min(one.Met, other.Met), Math.Min(one.Radius + other.Radius + 1, HopSphere.Beyond)));
    }

    /// <summary>
    /// Grows in thought whatever costs least, until the chains are covered; then takes back what was not needed, dearest first. Of what is left, the cheapest
    /// is next; null where the chains are covered.
    /// </summary>
    private HopSphere? Next()
    {
        Span<int> radius = stackalloc int[Spheres];
        Span<double> cost = stackalloc double[Spheres];
        for (var i = 0; i < Spheres; i++) (radius[i], cost[i]) = (all[i].IsGiven ? all[i].Radius : 0, all[i].Cost);
        while (!Holds(radius))
        {
            var next = -1;
            for (var i = 0; i < Spheres; i++)
                if (all[i].IsGiven && radius[i] < maxLegs && (next < 0 || cost[i] < cost[next])) next = i;
            radius[next]++;
            cost[next] *= Growth;
        }
        return Needed(radius, cost);
    }

    private HopSphere? Needed(Span<int> radius, Span<double> cost)
    {
        HopSphere? cheapest = null;
        Span<int> dearestFirst = [0, 1, 2, 3];
        cost.Sort(dearestFirst, (one, other) => other.CompareTo(one));
        foreach (var i in dearestFirst)
        {
            while (radius[i] > all[i].Radius)
            {
                radius[i]--;
                if (Holds(radius)) continue;
                radius[i]++;
                if (cheapest is null || all[i].Cost < cheapest.Cost) cheapest = all[i];
                break;
            }
        }
        return cheapest;
    }

    private bool Holds(ReadOnlySpan<int> radius) => new Cover(radius[0], radius[1], radius[2], radius[3]).Holds(maxLegs, least);
}
