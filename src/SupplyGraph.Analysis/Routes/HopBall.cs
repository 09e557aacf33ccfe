using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// The nodes that can lie on a route of at most H legs by their distances alone: hops from a start plus hops to an end are at most H. Breadth-first from both
/// ends, each half way and then only inside what the other side reached. O(arcs of the two half balls). Filters are left to <see cref="SearchSpace"/>, which
/// reads each arc once.
/// </summary>
internal static class HopBall
{
    public static void Find(Snapshot snapshot, NodeRoles roles, int maxHops, bool openStart, bool openEnd, SearchBuffers buffers)
    {
        Seed(roles, buffers);
        // An open end is (nearly) everywhere: only the other side narrows the ball.
        var forwardFirst = openEnd && !openStart ? maxHops : maxHops / 2;
        if (!openStart) Spread(snapshot, roles, buffers, new(Forward: true, 0, forwardFirst, Inside: false));
        var backwardFree = openStart ? maxHops : maxHops - forwardFirst;
        if (!openEnd)
        {
            Spread(snapshot, roles, buffers, new(Forward: false, 0, backwardFree, Inside: false));
            Spread(snapshot, roles, buffers, new(Forward: false, backwardFree, maxHops, Inside: true));
        }
        if (!openStart && !openEnd) Spread(snapshot, roles, buffers, new(Forward: true, forwardFirst, maxHops, Inside: true));
        Collect(snapshot, maxHops, openStart, openEnd, buffers);
    }

    /// <param name="Inside">Whether to enter only nodes that the other side has reached.</param>
    private readonly record struct Sweep(bool Forward, int FromDepth, int ToDepth, bool Inside);

    private static void Seed(NodeRoles roles, SearchBuffers buffers)
    {
        Enter(roles.Starts, buffers.FromStart, buffers.ForwardQueue);
        Enter(roles.Ends, buffers.ToEnd, buffers.BackwardQueue);
    }

    // Two given places can share a node.
    private static void Enter(IEnumerable<int> nodes, byte[] hops, GrowingArray<int> queue)
    {
        foreach (var node in nodes)
        {
            if (hops[node] == 0) continue;
            hops[node] = 0;
            queue.Add(node);
        }
    }

    private static void Spread(Snapshot snapshot, NodeRoles roles, SearchBuffers buffers, Sweep sweep)
    {
        var queue = sweep.Forward ? buffers.ForwardQueue : buffers.BackwardQueue;
        var hops = sweep.Forward ? buffers.FromStart : buffers.ToEnd;
        var others = sweep.Forward ? buffers.ToEnd : buffers.FromStart;
        for (var i = 0; i < queue.Count; i++)
        {
            var node = queue[i];
            var depth = hops[node];
            if (depth < sweep.FromDepth || (depth > 0 && !roles.MayPass(node))) continue;
            if (depth >= sweep.ToDepth) break;
            foreach (ref readonly var arc in sweep.Forward ? snapshot.Out(node) : snapshot.In(node))
            {
                var next = arc.Node;
                if (hops[next] != SearchBuffers.Unreached || roles.IsBarred(next)) continue;
                if (sweep.Inside && others[next] == SearchBuffers.Unreached) continue;
                hops[next] = (byte)(depth + 1);
                queue.Add(next);
            }
        }
    }

    private static void Collect(Snapshot snapshot, int maxHops, bool openStart, bool openEnd, SearchBuffers buffers)
    {
        if (openStart && openEnd)
        {
            for (var node = 0; node < snapshot.NodeCount; node++) Activate(node);
            return;
        }
        var reached = openStart ? buffers.BackwardQueue : buffers.ForwardQueue;
        foreach (var node in reached.Items)
        {
            var from = openStart ? 0 : buffers.FromStart[node];
            var to = openEnd ? 0 : buffers.ToEnd[node];
            if (from + to <= maxHops) Activate(node);
        }

        void Activate(int node) => buffers.Local[node] = buffers.Active.Add(node);
    }
}
