using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// The nodes and legs that can lie on a route by their distances alone. Four spheres grow, around the starts, the ends and, both ways, the via that the fewest
/// nodes meet, always the one that it costs least to grow, until together they hold every chain of at most H legs (see <see cref="Cover"/>): they meet in the
/// middle, wherever the graph is thin. O(arcs at the frontiers that were passed).
/// </summary>
/// <remarks>Bidirectional search (Pohl, 1971) with the via as a third place to search from. Filters are left to <see cref="SearchSpace"/>.</remarks>
internal sealed partial class Reach
{
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
        poolCost > 0 && CarryRules.IsPool(snapshot, node) ? poolCost : 0);
}
