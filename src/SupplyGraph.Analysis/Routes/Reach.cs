using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// The nodes and legs that can lie on a route by their distances alone. Four spheres grow, around the starts, the ends and, both ways, the via that the fewest
/// nodes meet, always the one that it costs least to grow, until together they hold every chain of at most H legs (see <see cref="Cover"/>): they meet in the
/// middle, wherever the graph is thin. O(arcs at the frontiers that were passed).
/// </summary>
/// <remarks>Bidirectional search (Pohl, 1971) with the via as a third place to search from. Filters are left to <see cref="SearchSpace"/>.</remarks>
internal sealed class Reach
{
    /// <summary>How many times larger the next frontier is taken to be, before it is known.</summary>
    private const double Growth = 4;

    private const int Spheres = 4;

    private readonly Snapshot snapshot;
    private readonly NodeRoles roles;
    private readonly SearchBuffers buffers;
    private readonly HopSphere starts, ends, toVia, fromVia;
    private readonly HopSphere[] all;
    private readonly int maxLegs, maxNodes, poolCost;
    private readonly bool hasVia;
    private Distances least;

    public Reach(Snapshot snapshot, RouteQuestion question, NodeRoles roles, SearchBuffers buffers, Cap cap)
    {
        (this.snapshot, this.roles, this.buffers, maxLegs, poolCost) = (snapshot, roles, buffers, question.MaxHops, question.PoolCost);
        all = buffers.Spheres;
        (starts, ends, toVia, fromVia) = (all[0], all[1], all[2], all[3]);
        // Every route meets every via, so one of them serves.
        maxNodes = cap.Nodes;
        Via = LeastMet(roles);
        hasVia = Via >= 0;
        var centre = hasVia ? roles.Meeting(Via).ToList() : null;
        starts.Begin(snapshot, question.HasOpenStart ? null : roles.Starts);
        ends.Begin(snapshot, question.HasOpenEnd ? null : roles.Ends);
        toVia.Begin(snapshot, centre);
        fromVia.Begin(snapshot, centre);
        foreach (var sphere in all) sphere.Meet(Towards(sphere));
        if (!starts.IsGiven && !ends.IsGiven && !hasVia) Everything();
        else
        {
            if (cap.IsKnown) Limit(question, cap.Cost);
            Grow();
            if (!IsTooLarge) Collect();
        }
    }

    /// <summary>Whether nothing is given that a route must touch: then every node can lie on one.</summary>
    public bool IsEverywhere { get; private set; }

    /// <summary>Whether it gave up, since it would take more nodes into account than it may.</summary>
    public bool IsTooLarge => starts.Reached.Length + ends.Reached.Length + toVia.Reached.Length + fromVia.Reached.Length > maxNodes;

    /// <summary>Which via the spheres stand around, -1 for none.</summary>
    public int Via { get; }

    /// <summary>Whether a route that is worth finding can go over a leg: then one of the spheres walked it within its cap.</summary>
    public bool IsWorth(int from, int to, int cost) =>
        starts.Allows(from, to, cost) || ends.Allows(from, to, cost) || toVia.Allows(from, to, cost) || fromVia.Allows(from, to, cost);

    /// <summary>The spheres: every leg of a route was walked as one of them grew.</summary>
    public ReadOnlySpan<HopSphere> Walked => all;

    private static int LeastMet(NodeRoles roles) =>
        roles.Vias == 0 ? -1 : Enumerable.Range(0, roles.Vias).MinBy(via => roles.Meeting(via).Count());

    private void Everything()
    {
        IsEverywhere = true;
        for (var node = 0; node < snapshot.NodeCount; node++) Activate(node);
    }

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

    private void Collect()
    {
        foreach (var sphere in all)
            foreach (var node in sphere.Reached)
                if (buffers.Local[node] < 0) Activate(node);
    }

    // Where it is far from both ends and the via, it is on no chain of at most H legs.
    private void Activate(int node)
    {
        var active = hasVia ? Around(node) : Between(node);
        if (!active.IsReached) return;
        buffers.Local[node] = buffers.Active.Add(node);
        buffers.Places.Add(active);
    }

    private ActiveNode Between(int node)
    {
        var free = LegRange.Of(ends.LeastTo(node), maxLegs - starts.LeastTo(node));
        return In(node, free, free);
    }

    private ActiveNode Around(int node) => In(
        node,
        LegRange.Of(ends.LeastTo(node), maxLegs - Math.Max(starts.LeastTo(node), least.StartToVia + fromVia.LeastTo(node))),
        LegRange.Of(toVia.LeastTo(node) + least.ViaToEnd, maxLegs - starts.LeastTo(node)));

    private ActiveNode In(int node, LegRange free, LegRange owing) => new(
        free, owing, (byte)roles.ViasMet(node), roles.IsEnd(node), roles.MayPass(node),
        poolCost > 0 && snapshot.Kind(node) is EntityKind.Country or EntityKind.Region ? poolCost : 0);
}
