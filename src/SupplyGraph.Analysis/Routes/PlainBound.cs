namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// The least cost to go in the plain graph: what joints take off, and the rules of what legs carry, are left out, so it never exceeds the true cost.
/// </summary>
/// <remarks>
/// A dynamic programme over legs left (1..H), debts of vias and active nodes: O(H x debts x arcs). It is Bellman's recursion with the hop limit of Saigal (1968),
/// with the vias as a mask, as in the bounds for the constrained shortest path of Handler and Zang (1980). What follows an arrival is found once a node.
/// </remarks>
internal readonly ref struct PlainBound(SearchSpace space, RouteQuestion question, SearchBuffers buffers)
{
    private readonly int slots = space.Slots;

    /// <summary>Fills the table of <see cref="SearchSpace.ToGo"/>.</summary>
    public void Find()
    {
        var rows = slots * space.Nodes;
        buffers.ToGo.Fill(question.MaxHops * rows, SearchSpace.Unreachable);
        buffers.Arrived.Fill(rows, SearchSpace.Unreachable);
        var toGo = buffers.ToGo.Items;
        for (var legs = 1; legs <= question.MaxHops; legs++)
        {
            Arrive(buffers.Arrived.Items, legs == 1 ? default : toGo.Slice((legs - 2) * rows, rows));
            Leave(toGo.Slice((legs - 1) * rows, rows), buffers.Arrived.Items, legs);
        }
    }

    /// <summary>For each debt and node: the least cost of what follows an arrival at it, where so many legs are left as the rows before were made for.</summary>
    private void Arrive(Span<int> arrived, ReadOnlySpan<int> onward)
    {
        var nodes = space.Nodes;
        for (var local = 0; local < nodes; local++)
        {
            ref readonly var at = ref space.At(local);
            var goesOn = onward.Length > 0 && at.MayPass;
            for (var slot = 0; slot < slots; slot++)
            {
                var least = at.IsEnd && slot == 0 ? 0 : SearchSpace.Unreachable;
                if (goesOn) least = Math.Min(least, at.PoolCost + onward[(space.SlotAfter(slot, local) * nodes) + local]);
                arrived[(slot * nodes) + local] = least;
            }
        }
    }

    private void Leave(Span<int> toGo, ReadOnlySpan<int> arrived, int legs)
    {
        var nodes = space.Nodes;
        for (var local = 0; local < nodes; local++)
        {
            var arcs = space.Arcs(local);
            if (arcs.IsEmpty) continue;
            for (var slot = 0; slot < slots; slot++)
                if (space.MayCome(local, legs, slot)) toGo[(slot * nodes) + local] = LeastOf(arcs, arrived.Slice(slot * nodes, nodes), slot == 0);
        }
    }

    private int LeastOf(ReadOnlySpan<LocalArc> arcs, ReadOnlySpan<int> arrived, bool owesNothing)
    {
        var least = SearchSpace.Unreachable;
        foreach (ref readonly var arc in arcs)
        {
            var rest = !arc.EndsRoute ? arrived[arc.To] : owesNothing && space.At(arc.To).IsEnd ? 0 : SearchSpace.Unreachable;
            least = Math.Min(least, arc.Cost + rest);
        }
        return Math.Min(least, SearchSpace.Unreachable);
    }
}
