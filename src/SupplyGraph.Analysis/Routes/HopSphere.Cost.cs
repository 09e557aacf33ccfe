using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// Growth under a cap on cost: where enough routes are known, a chain that costs more than the last of them leads nowhere, and the sphere ends with it. Where
/// an end is open there is nothing that spheres could meet, so this is what ends them.
/// </summary>
/// <remarks>
/// Bellman and Ford's labels, level by level: a node whose least cost fell is gone over again on the next level, so that after d levels the label of each node
/// is at most the cost of any chain of d legs to it. What joints take off is left out, so no label exceeds the true cost. O(levels x arcs under the cap).
/// </remarks>
internal sealed partial class HopSphere
{
    private GrowingArray<int> improved = new(), improvedNext = new();
    private int[] costs = [];
    private byte[] listedAt = [];
    private LegFilter filter;
    private int poolCost;

    /// <summary>The most that a chain may cost between the centre and a node; <see cref="int.MaxValue"/> for no cap.</summary>
    public int Cap { get; private set; }

    private bool IsCapped => Cap < int.MaxValue;

    /// <summary>Caps it, before it grows.</summary>
    /// <param name="filter">The legs that count.</param>
    /// <param name="poolCost">What an intermediate stop takes off that is a country or region.</param>
    public void Limit(int cap, LegFilter filter, int poolCost)
    {
        (Cap, this.filter, this.poolCost) = (cap, filter, poolCost);
        if (costs.Length < hops.Length) (costs, listedAt) = (new int[hops.Length], new byte[hops.Length]);
        improved.Clear();
        foreach (var node in reached.Items)
        {
            costs[node] = 0;
            improved.Add(node);
        }
    }

    /// <summary>The least cost of a chain between the centre and a node that it has reached under a cap.</summary>
    public int LeastCost(int node) => costs[node];

    /// <summary>The least that a leg costs which leads away from the centre, or to it; <see cref="Beyond"/> where there is none.</summary>
    public int LeastLeg(Snapshot snapshot, LegFilter counting)
    {
        var least = Beyond;
        foreach (var node in reached.Items)
            foreach (ref readonly var arc in forward ? snapshot.Out(node) : snapshot.In(node))
                if (arc.Cost < least && counting.Passes(arc.Relationship)) least = arc.Cost;
        return least;
    }

    /// <summary>Whether a chain within the cap can go over a leg as the sphere grows; without a cap any may.</summary>
    public bool Allows(int from, int to, int cost)
    {
        if (!IsCapped) return true;
        var node = forward ? from : to;
        return hops[node] != Unreached && costs[node] + cost <= Cap;
    }

    /// <summary>Draws the cap in.</summary>
    public void Tighten(int cap) => Cap = Math.Min(Cap, cap);

    private void GrowUnderCap(Snapshot snapshot, NodeRoles roles, HopSphere towards)
    {
        var depth = Radius + 1;
        Cost = 0;
        improvedNext.Clear();
        foreach (var node in improved.Items)
        {
            if (hops[node] > 0 && !roles.MayPass(node)) continue;
            var cost = costs[node] + (hops[node] > 0 ? StopCost(snapshot, node) : 0);
            foreach (ref readonly var arc in forward ? snapshot.Out(node) : snapshot.In(node))
            {
                if (cost + arc.Cost <= Cap) Improve(snapshot, roles, towards, arc, cost + arc.Cost, depth);
            }
        }
        (improved, improvedNext) = (improvedNext, improved);
        Radius = improved.Count == 0 ? Beyond : depth;
    }

    private void Improve(Snapshot snapshot, NodeRoles roles, HopSphere towards, in Arc arc, int cost, int depth)
    {
        var node = arc.Node;
        var isNew = hops[node] == Unreached;
        if ((!isNew && cost >= costs[node]) || roles.IsBarred(node) || !filter.Passes(arc.Relationship)) return;
        costs[node] = cost;
        if (isNew)
        {
            Reach(snapshot, node, depth);
            MeetAt(node, depth, towards);
        }
        else if (listedAt[node] == depth) return;
        else Cost += forward ? snapshot.Out(node).Count : snapshot.In(node).Count;
        listedAt[node] = (byte)depth;
        improvedNext.Add(node);
    }

    private int StopCost(Snapshot snapshot, int node) => poolCost > 0 && CarryRules.IsPool(snapshot, node) ? poolCost : 0;
}
