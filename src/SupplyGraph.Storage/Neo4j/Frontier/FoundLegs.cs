using SupplyGraph.Graph;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>The legs that an expansion has found, and from which nodes it has read them. A snapshot's own legs count as found from the start.</summary>
internal sealed class FoundLegs(Snapshot graph)
{
    private readonly HashSet<(long, bool)> known = [];
    private readonly Dictionary<int, List<int>> after = [];
    private readonly Dictionary<int, List<int>> before = [];
    private readonly HashSet<int> readOut = [];
    private readonly HashSet<int> readInto = [];

    /// <summary>Every leg of the source, once.</summary>
    public List<FoundLeg> All { get; } = [];

    /// <summary>Those of the nodes whose legs in one direction have not been read yet; they count as read from now on.</summary>
    public IReadOnlyCollection<int> Unread(IEnumerable<int> nodes, bool forward) => [.. nodes.Where((forward ? readOut : readInto).Add)];

    public void Add(LegsRead read)
    {
        readOut.UnionWith(read.AlsoOutOf);
        readInto.UnionWith(read.AlsoInto);
        foreach (var leg in read.Legs)
        {
            if (!known.Add((leg.Handle, leg.Along))) continue;
            All.Add(leg);
            Join(after, leg.From, leg.To);
            Join(before, leg.To, leg.From);
        }
    }

    /// <summary>Adds the nodes one leg on from a node (or back from it) to a list; one may be added more than once.</summary>
    public void AddNext(int node, bool forward, List<int> next)
    {
        if ((forward ? after : before).TryGetValue(node, out var nodes)) next.AddRange(nodes);
        foreach (ref readonly var arc in forward ? graph.Out(node) : graph.In(node))
            if (!graph.IsRemoved(arc.Relationship)) next.Add(arc.Node);
    }

    private static void Join(Dictionary<int, List<int>> lists, int node, int other)
    {
        if (lists.TryGetValue(node, out var list)) list.Add(other);
        else lists[node] = [other];
    }
}
