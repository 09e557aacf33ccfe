using System.Numerics;
using System.Runtime.InteropServices;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// A sharper bound on the cost to go: that of <see cref="SearchSpace"/>, told apart by the component that a route named last. It knows which component may
/// follow which and what the joint costs at least, and leaves out only what looks further back. Searches that the plain bound would leave wandering end at
/// once with it.
/// </summary>
/// <remarks>O(hops x debts of vias x arcs x components / vector width), so it is made only where a search does not end soon.</remarks>
internal sealed class CarryBound
{
    private readonly SearchSpace space;
    private readonly Snapshot snapshot;
    private readonly CarryRules rules;
    private readonly int[] dense;
    private readonly int width;
    private readonly int undecided;
    private readonly int free;
    private readonly int[] joints;
    private readonly GrowingArray<int> rows, toGo;

    private CarryBound(Snapshot snapshot, SearchSpace space, CarryRules rules, List<int> named, int hops, int count, SearchBuffers buffers)
    {
        this.snapshot = snapshot;
        this.space = space;
        this.rules = rules;
        dense = new int[snapshot.ComponentCount];
        for (var i = 0; i < named.Count; i++) dense[named[i]] = i;
        undecided = named.Count;
        free = named.Count + 1;
        width = Width(named.Count);
        joints = Joints(named);
        (rows, toGo) = (buffers.SharpRows, buffers.SharpToGo);
        toGo.Fill(count * width, SearchSpace.Unreachable);
        for (var legs = 1; legs <= hops; legs++)
        {
            for (var local = 0; local < space.Nodes; local++)
            {
                foreach (ref readonly var arc in space.Arcs(local)) Relax(legs, local, arc);
            }
        }
    }

    /// <summary>The bound, or null where it would be larger than <see cref="Limits.MaxBoundEntries"/>.</summary>
    /// <param name="buffers">Where the bound is kept; it holds until they are used again.</param>
    public static CarryBound? Of(Snapshot snapshot, SearchSpace space, CarryRules rules, int hops, SearchBuffers buffers)
    {
        var named = new SortedSet<int>();
        for (var local = 0; local < space.Nodes; local++)
            foreach (ref readonly var arc in space.Arcs(local))
                if (snapshot.Component(arc.Relationship) is var component and >= 0) named.Add(component);
        var count = Rows(space, hops, buffers.SharpRows);
        var fits = (long)count * Width(named.Count) <= Limits.MaxBoundEntries;
        return fits ? new CarryBound(snapshot, space, rules, [.. named], hops, count, buffers) : null;
    }

    // Only where a route can come has the table a row of its own; all others share the first, in which nothing leads to an end.
    private static int Rows(SearchSpace space, int hops, GrowingArray<int> rows)
    {
        rows.Fill(hops * space.Slots * space.Nodes, 0);
        var count = 1;
        for (var legs = 1; legs <= hops; legs++)
            for (var slot = 0; slot < space.Slots; slot++)
                for (var local = 0; local < space.Nodes; local++)
                    if (space.MayCome(local, legs, slot)) rows[((((legs - 1) * space.Slots) + slot) * space.Nodes) + local] = count++;
        return count;
    }

    /// <summary>
    /// The least cost of going on from a partial route's last stop by 1..<paramref name="legs"/> legs to an end, meeting the vias owed after that stop.
    /// </summary>
    public int ToGo(int legs, int owed, in PartialRoute route, int lastNamed)
    {
        if (legs == 0) return SearchSpace.Unreachable;
        var state = route.Naming switch { Naming.Named => dense[lastNamed], Naming.Undecided => undecided, _ => free };
        return Row(legs, space.Slot(owed), route.Local)[state];
    }

    // A state for each component that arcs name, and two for routes that have named none; whole vectors.
    private static int Width(int components) => (components + 2 + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;

    private Span<int> Row(int legs, int slot, int local) =>
        toGo.Items.Slice(rows[((((legs - 1) * space.Slots) + slot) * space.Nodes) + local] * width, width);

    // For each component that a leg names: the least cost of its joint after each state, unreachable where it may not follow.
    private int[] Joints(List<int> named)
    {
        var table = new int[named.Count * width];
        table.AsSpan().Fill(SearchSpace.Unreachable);
        for (var later = 0; later < named.Count; later++)
        {
            if (!rules.FitsWanted(named[later])) continue;
            for (var earlier = 0; earlier < named.Count; earlier++)
                if (rules.MayFollow(named[earlier], named[later])) table[(later * width) + earlier] = rules.LeastJointCost(named[earlier], named[later]);
            table[(later * width) + undecided] = 0;
        }
        return table;
    }

    private void Relax(int legs, int local, in LocalArc arc)
    {
        var component = snapshot.Component(arc.Relationship);
        var ends = space.At(arc.To).IsEnd;
        var goesOn = legs > 1 && space.GoesOn(arc);
        var through = arc.Cost + (goesOn ? space.At(arc.To).PoolCost : 0);
        for (var slot = 0; slot < space.Slots; slot++)
        {
            if (!space.MayCome(local, legs, slot)) continue;
            var row = Row(legs, slot, local);
            var onward = goesOn ? Row(legs - 1, space.SlotAfter(slot, arc.To), arc.To) : default;
            if (component >= 0) RelaxNamed(row, dense[component], ends && slot == 0 ? arc.Cost : SearchSpace.Unreachable, through, onward);
            else RelaxUnnamed(row, arc, ends && slot == 0, through, onward);
        }
    }

    private void RelaxNamed(Span<int> row, int component, int least, int through, Span<int> onward)
    {
        if (onward.Length > 0) least = Math.Min(least, through + onward[component]);
        if (least >= SearchSpace.Unreachable) return;
        var joint = MemoryMarshal.Cast<int, Vector<int>>(joints.AsSpan(component * width, width));
        var states = MemoryMarshal.Cast<int, Vector<int>>(row);
        var cost = new Vector<int>(least);
        for (var i = 0; i < states.Length; i++) states[i] = Vector.Min(states[i], cost + joint[i]);
    }

    private void RelaxUnnamed(Span<int> row, in LocalArc arc, bool ends, int through, Span<int> onward)
    {
        // A leg that names nothing leaves what was named; only one from owner to owned leaves open what a route that named nothing may still name.
        var states = MemoryMarshal.Cast<int, Vector<int>>(row);
        int openBefore = row[undecided], freeBefore = row[free];
        if (ends)
            foreach (ref var state in states) state = Vector.Min(state, new Vector<int>(arc.Cost));
        if (onward.Length > 0)
        {
            var after = MemoryMarshal.Cast<int, Vector<int>>(onward);
            for (var i = 0; i < states.Length; i++) states[i] = Vector.Min(states[i], new Vector<int>(through) + after[i]);
        }
        var endsFree = ends && !rules.WantsComponent ? arc.Cost : SearchSpace.Unreachable;
        row[undecided] = Least(openBefore, endsFree, through, onward, CarryRules.IsOwnerToOwned(snapshot, arc) ? undecided : free);
        row[free] = Least(freeBefore, endsFree, through, onward, free);
    }

    private static int Least(int known, int ends, int through, Span<int> onward, int state) =>
        Math.Min(Math.Min(known, ends), onward.Length > 0 ? through + onward[state] : SearchSpace.Unreachable);
}
