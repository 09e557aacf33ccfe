using SupplyGraph.Graph;
using SupplyGraph.Storage.Neo4j.Reads;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// Which relationships a load need not look for, because the view before it has none of them and the load has made none: most of a load's are new, and to look
/// for each in vain costs the database more than the reading of all others.
/// </summary>
internal sealed class KnownRelationships(GraphView before)
{
    // Walking the legs of a busier entity costs more than asking.
    private const int MostLegs = 1000;

    // By hash: a collision costs a question and nothing else.
    private readonly HashSet<int> made = [];

    public void Made(string id) => made.Add(id.GetHashCode());

    /// <summary>Whether the database may hold it. O(legs of its from end), at most <see cref="MostLegs"/>.</summary>
    public bool MayBeStored(string id)
    {
        if (!before.IsWhole || made.Contains(id.GetHashCode())) return true;
        var (graph, key) = (before.Snapshot, StoredValues.Key(id));
        if (!graph.TryFind(key.From, out var from)) return false;
        return IsBusy(graph, from) || graph.Find(key) >= 0;
    }

    private static bool IsBusy(Snapshot graph, int node) => graph.Out(node).Count + graph.In(node).Count + graph.TiesOut(node).Count > MostLegs;
}
