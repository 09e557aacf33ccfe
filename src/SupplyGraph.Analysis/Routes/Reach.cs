using SupplyGraph.Graph;

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
    private readonly int maxLegs;
    private readonly bool hasVia;
    private Distances least;

    public Reach(Snapshot snapshot, RouteQuestion question, NodeRoles roles, SearchBuffers buffers)
    {
        (this.snapshot, this.roles, this.buffers, maxLegs) = (snapshot, roles, buffers, question.MaxHops);
        all = buffers.Spheres;
        (starts, ends, toVia, fromVia) = (all[0], all[1], all[2], all[3]);
        // Every route meets every via, so one of them serves.
        var via = Enumerable.Range(0, roles.Vias).Select(v => roles.Meeting(v).ToList()).MinBy(nodes => nodes.Count);
        hasVia = via is not null;
        starts.Begin(snapshot, question.From.Count == 0 ? null : roles.Starts);
        ends.Begin(snapshot, question.To.Count == 0 ? null : roles.Ends);
        toVia.Begin(snapshot, via);
        fromVia.Begin(snapshot, via);
        foreach (var sphere in all) sphere.Meet(Towards(sphere));
        if (!starts.IsGiven && !ends.IsGiven && !hasVia) Everything();
        else
        {
            Grow();
            Collect();
        }
    }

    /// <summary>Whether nothing is given that a route must touch: then every node can lie on one.</summary>
    public bool IsEverywhere { get; private set; }

    /// <summary>The least legs from a start to a node.</summary>
    public int FromStart(int node) => starts.LeastTo(node);

    /// <summary>Whether a leg between two nodes can belong to a route.</summary>
    public bool MayHold(int from, int to) => Fits(from, 1, to);

    /// <summary>The spheres: every leg of a route was walked as one of them grew.</summary>
    public ReadOnlySpan<HopSphere> Walked => all;

    private void Everything()
    {
        IsEverywhere = true;
        for (var node = 0; node < snapshot.NodeCount; node++) Activate(node);
    }

    private void Grow()
    {
        for (least = Least(); Next() is { } sphere; least = Least()) sphere.Grow(snapshot, roles, Towards(sphere));
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
                if (buffers.Local[node] < 0 && Fits(node, 0, node)) Activate(node);
    }

    /// <summary>Whether a chain of at most H legs can come to one node, go on to another over so many legs, and meet the via before or after.</summary>
    private bool Fits(int from, int legs, int to)
    {
        if (!hasVia) return starts.LeastTo(from) + legs + ends.LeastTo(to) <= maxLegs;
        return starts.LeastTo(from) + legs + toVia.LeastTo(to) + least.ViaToEnd <= maxLegs
            || least.StartToVia + fromVia.LeastTo(from) + legs + ends.LeastTo(to) <= maxLegs;
    }

    private void Activate(int node) => buffers.Local[node] = buffers.Active.Add(node);
}
