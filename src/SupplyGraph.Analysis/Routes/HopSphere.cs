using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// The nodes within so many legs of some nodes, on or back, over what may be passed; it grows level by level. Its arrays are kept from question to question.
/// </summary>
/// <param name="forward">Whether it grows along the legs, or back against them.</param>
internal sealed partial class HopSphere(bool forward)
{
    /// <summary>Farther than any chain.</summary>
    public const int Beyond = 1 << 20;

    private const byte Unreached = byte.MaxValue;

    private readonly GrowingArray<int> reached = new();
    private byte[] hops = [];
    private int frontier;

    public bool Forward => forward;

    /// <summary>Whether it has a centre in this question: an open end has none.</summary>
    public bool IsGiven { get; private set; }

    /// <summary>Legs up to which it is known; <see cref="Beyond"/> once it cannot grow any more.</summary>
    public int Radius { get; private set; }

    public bool IsClosed => Radius == Beyond;

    /// <summary>What it costs to grow by one leg: the arcs at its frontier.</summary>
    public long Cost { get; private set; }

    /// <summary>The legs of the shortest chain to the sphere that grows towards it, as far as they have met; else <see cref="Beyond"/>.</summary>
    public int Met { get; private set; }

    /// <summary>All nodes that it has reached, nearest first.</summary>
    public ReadOnlySpan<int> Reached => reached.Items;

    /// <summary>The legs between the centre and a node: exact within the radius, else the least that there can be; 0 without a centre.</summary>
    public int LeastTo(int node) => !IsGiven ? 0 : hops[node] is var known and not Unreached ? known : IsClosed ? Beyond : Radius + 1;

    /// <summary>Whether the legs of a node that it has reached were walked as it grew, on or back as it does.</summary>
    public bool WasLeft(int node, NodeRoles roles) => hops[node] is var depth && depth < Radius && (depth == 0 || roles.MayPass(node));

    /// <summary>Begins anew.</summary>
    /// <param name="centre">Null for an open end.</param>
    public void Begin(Snapshot snapshot, IEnumerable<int>? centre)
    {
        if (hops.Length < snapshot.NodeCount)
        {
            hops = new byte[snapshot.NodeCount + (snapshot.NodeCount / 8) + 64];
            Array.Fill(hops, Unreached);
        }
        (IsGiven, Radius, Cost, Met, frontier, Cap) = (centre is not null, 0, 0, Beyond, 0, int.MaxValue);
        foreach (var node in centre ?? [])
        {
            if (hops[node] == 0) continue;
            Reach(snapshot, node, 0);
        }
        // From nothing there is no chain at all.
        if (IsGiven && reached.Count == 0) Radius = Beyond;
    }

    /// <summary>Looks whether its centre is that of another too.</summary>
    public void Meet(HopSphere other)
    {
        if (!IsGiven || !other.IsGiven) return;
        foreach (var node in reached.Items)
            if (other.hops[node] == 0) Met = 0;
    }

    /// <summary>Grows by one leg.</summary>
    /// <param name="towards">The sphere whose centre its chains lead to.</param>
    public void Grow(Snapshot snapshot, NodeRoles roles, HopSphere towards)
    {
        if (IsCapped) GrowUnderCap(snapshot, roles, towards);
        else GrowByLegs(snapshot, roles, towards);
    }

    private void GrowByLegs(Snapshot snapshot, NodeRoles roles, HopSphere towards)
    {
        var (end, depth) = (reached.Count, Radius + 1);
        Cost = 0;
        for (; frontier < end; frontier++)
        {
            var node = reached[frontier];
            if (depth > 1 && !roles.MayPass(node)) continue;
            foreach (ref readonly var arc in forward ? snapshot.Out(node) : snapshot.In(node))
            {
                var next = arc.Node;
                if (hops[next] != Unreached || roles.IsBarred(next)) continue;
                Reach(snapshot, next, depth);
                MeetAt(next, depth, towards);
            }
        }
        Radius = reached.Count == end ? Beyond : depth;
    }

    /// <summary>Forgets what it has reached; nothing else needs to be cleaned.</summary>
    public void Clear()
    {
        foreach (var node in reached.Items) hops[node] = Unreached;
        reached.Clear();
    }

    private void MeetAt(int node, int depth, HopSphere towards)
    {
        if (towards.IsGiven && towards.hops[node] is var rest and not Unreached) Met = Math.Min(Met, depth + rest);
    }

    private void Reach(Snapshot snapshot, int node, int depth)
    {
        hops[node] = (byte)depth;
        reached.Add(node);
        Cost += forward ? snapshot.Out(node).Count : snapshot.In(node).Count;
    }
}
