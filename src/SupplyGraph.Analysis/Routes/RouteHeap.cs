using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>An open partial route by the least that a route through it can cost, and then by the fewest legs it can have.</summary>
internal readonly record struct HeapEntry(long Key, int Partial)
{
    /// <summary>The least that a route through it can cost.</summary>
    public int LeastCost => (int)(Key >> 8);

    public static HeapEntry Of(int cost, int hops, int partial) => new(((long)cost << 8) | (uint)hops, partial);
}

/// <summary>
/// The open partial routes, in the total order of answers: cost, hops, stop ids, relationship ids. Each of the four never decreases as a route grows, so the
/// first complete route to come out is the next best and ties need no search beyond them. A binary heap: O(log n) an operation, times the legs where costs
/// tie.
/// </summary>
internal sealed class RouteHeap(Snapshot snapshot, SearchBuffers buffers)
{
    private readonly int[] left = new int[Model.Limits.MaxHops + 1];
    private readonly int[] right = new int[Model.Limits.MaxHops + 1];

    public int Count => buffers.Heap.Count;

    public void Push(HeapEntry entry)
    {
        var at = buffers.Heap.Add(entry);
        var heap = buffers.Heap.Items;
        while (at > 0)
        {
            var parent = (at - 1) >> 1;
            if (!IsBefore(entry, heap[parent])) break;
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = entry;
    }

    public HeapEntry Pop()
    {
        var heap = buffers.Heap.Items;
        var first = heap[0];
        var entry = heap[^1];
        buffers.Heap.Pop();
        var count = heap.Length - 1;
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= count) break;
            if (child + 1 < count && IsBefore(heap[child + 1], heap[child])) child++;
            if (!IsBefore(heap[child], entry)) break;
            heap[at] = heap[child];
            at = child;
        }
        if (count > 0) heap[at] = entry;
        return first;
    }

    private bool IsBefore(HeapEntry a, HeapEntry b) => a.Key != b.Key ? a.Key < b.Key : Compare(a.Partial, b.Partial) < 0;

    /// <summary>Compares by stop ids, stop by stop (a beginning before what it begins), then by relationship ids, leg by leg.</summary>
    public int Compare(int a, int b)
    {
        if (a == b) return 0;
        int depthA = Trace(a, left), depthB = Trace(b, right);
        var common = Math.Min(depthA, depthB);
        for (var i = 0; i <= common; i++)
        {
            int nodeA = buffers.Active[buffers.Partials[left[i]].Local], nodeB = buffers.Active[buffers.Partials[right[i]].Local];
            if (nodeA != nodeB) return snapshot.CompareIds(nodeA, nodeB);
        }
        if (depthA != depthB) return depthA.CompareTo(depthB);
        for (var i = 1; i <= common; i++)
        {
            ref var legA = ref buffers.Partials[left[i]];
            ref var legB = ref buffers.Partials[right[i]];
            if (legA.Arc.Relationship == legB.Arc.Relationship) continue;
            var order = string.CompareOrdinal(RelationshipId(left[i - 1], legA), RelationshipId(right[i - 1], legB));
            if (order != 0) return order;
        }
        return buffers.Partials[a].Final.CompareTo(buffers.Partials[b].Final);
    }

    private string RelationshipId(int before, in PartialRoute leg) =>
        snapshot.Key(buffers.Active[buffers.Partials[before].Local], new Arc(buffers.Active[leg.Local], leg.Arc.Link, leg.Arc.Cost)).Id;

    private int Trace(int partial, int[] chain)
    {
        int depth = buffers.Partials[partial].Hops;
        for (var at = depth; at >= 0; at--)
        {
            chain[at] = partial;
            partial = buffers.Partials[partial].Before;
        }
        return depth;
    }
}
