using System.Collections.Concurrent;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>The arrays of one search, kept for the next: a search allocates nothing per node, arc or expanded stop.</summary>
internal sealed class SearchBuffers : IDisposable
{
    private static readonly ConcurrentBag<SearchBuffers> Free = [];

    /// <summary>What nodes can be in a route; 0 but for those in <see cref="Marked"/>.</summary>
    public byte[] Roles = [];

    /// <summary>The nodes that can be anything in particular; one may stand there more than once.</summary>
    public GrowingArray<int> Marked = new();

    /// <summary>Around the starts, the ends, to the via and from it.</summary>
    public HopSphere[] Spheres = [new(forward: true), new(forward: false), new(forward: false), new(forward: true)];

    /// <summary>The place of a node among the active ones, -1 for none.</summary>
    public int[] Local = [];

    /// <summary>The active nodes, and their arcs side by side: arcs of the i-th from <c>Offsets[i]</c> to <c>Offsets[i + 1]</c>.</summary>
    public GrowingArray<int> Active = new(), Offsets = new();

    /// <summary>What is known of the active nodes.</summary>
    public GrowingArray<ActiveNode> Places = new();

    public GrowingArray<LocalArc> Arcs = new();

    /// <summary>Scratch while arcs are gathered: those found, in lists of the nodes that they leave.</summary>
    public GrowingArray<FoundArc> Found = new();

    /// <summary>Scratch while arcs are gathered: the first of each active node's list, -1 for none.</summary>
    public GrowingArray<int> FirstFound = new();

    /// <summary>Scratch while arcs are gathered: the active nodes whose arcs out, or in, have all been looked at.</summary>
    public GrowingArray<bool> WasLeft = new(), WasEntered = new();

    /// <summary>Scratch while arcs are gathered: the last arc to each active node, -1 for none.</summary>
    public GrowingArray<int> LastArcTo = new();

    /// <summary>Scratch while costs are bounded: the least cost of what follows an arrival, by debt and active node.</summary>
    public GrowingArray<int> Arrived = new();

    /// <summary>The tables of the two bounds on the cost to go.</summary>
    public GrowingArray<int> ToGo = new(), SharpToGo = new();

    /// <summary>Which row of the sharper bound's table holds legs, debt and active node.</summary>
    public GrowingArray<int> SharpRows = new();

    public GrowingArray<PartialRoute> Partials = new();

    public GrowingArray<HeapEntry> Heap = new();

    private const int KeptItems = 1 << 20;

    public static SearchBuffers Rent(Snapshot snapshot)
    {
        if (!Free.TryTake(out var buffers)) buffers = new SearchBuffers();
        var nodes = snapshot.NodeCount;
        if (buffers.Roles.Length >= nodes) return buffers;
        var size = nodes + (nodes / 8) + 64;
        buffers.Roles = new byte[size];
        buffers.Local = new int[size];
        Array.Fill(buffers.Local, -1);
        return buffers;
    }

    /// <summary>Forgets a search, but for what nodes can be in a route.</summary>
    public void BeginAgain()
    {
        foreach (var sphere in Spheres) sphere.Clear();
        foreach (var node in Active.Items) Local[node] = -1;
        Active.Clear();
        Places.Clear();
        Offsets.Clear();
        Arcs.Clear();
        Partials.Clear();
        Heap.Clear();
    }

    /// <summary>Gives the buffers back, cleaned where they were used and nowhere else.</summary>
    public void Dispose()
    {
        BeginAgain();
        foreach (var node in Marked.Items) Roles[node] = 0;
        Marked.Clear();
        // What one extraordinary question needed is not kept for all others.
        if (Math.Max(Partials.Capacity, Heap.Capacity) <= KeptItems && Math.Max(ToGo.Capacity, SharpToGo.Capacity) <= Limits.MaxBoundEntries) Free.Add(this);
    }
}

/// <summary>One arc among active nodes.</summary>
/// <param name="To">The place of the next stop among the active nodes.</param>
/// <param name="Link">As in <see cref="Arc.Link"/>.</param>
/// <param name="EndsRoute">Whether it may only be a last leg.</param>
internal readonly record struct LocalArc(int To, int Link, int Cost, bool EndsRoute)
{
    public int Relationship => Link >> 1;

    public bool Along => (Link & 1) == 0;
}

/// <summary>An arc on its way into the lists of its node.</summary>
/// <param name="Next">The next of the list, -1 for none.</param>
internal readonly record struct FoundArc(LocalArc Arc, int Next);

/// <summary>A list whose items are reached by reference and whose array outlives it.</summary>
internal sealed class GrowingArray<T>
{
    private T[] items = new T[256];

    public int Count { get; private set; }

    public int Capacity => items.Length;

    public Span<T> Items => items.AsSpan(0, Count);

    public ref T this[int index] => ref items[index];

    public int Add(T item)
    {
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        items[Count] = item;
        return Count++;
    }

    public void Pop() => Count--;

    /// <summary>Makes it exactly so long, every item the same.</summary>
    public void Fill(int count, T item)
    {
        if (items.Length < count) items = new T[Math.Max(count, items.Length * 2)];
        items.AsSpan(0, count).Fill(item);
        Count = count;
    }

    public void Clear() => Count = 0;
}
