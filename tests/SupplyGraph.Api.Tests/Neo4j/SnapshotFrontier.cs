using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Neo4j.Frontier;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>Reads legs from a graph in memory, as exactly as the port asks for: nothing that is not on the way, nothing that a filter leaves out.</summary>
internal sealed class SnapshotFrontier(FrontierGraph graph, Extent wanted) : IFrontierSource
{
    private readonly Snapshot whole = graph.Whole.Snapshot;

    /// <summary>How often the frontier was read.</summary>
    public int Levels { get; private set; }

    public Task<LegsRead> LegsAsync(LegsAsked outOf, LegsAsked into, int most, CancellationToken cancel)
    {
        Levels++;
        var legs = new List<FoundLeg>();
        var (alsoOutOf, alsoInto) = (new HashSet<int>(), new HashSet<int>());
        AddLevel(outOf.Nodes, forward: true);
        AddLevel(into.Nodes, forward: false);
        var areAll = legs.Count < most;
        // Goes on by itself from every other node, as a source may.
        if (areAll && outOf.Levels > 1) AddLevel(alsoOutOf = [.. legs.Select(leg => leg.To).Where(node => node % 2 == 0)], forward: true);
        if (areAll && into.Levels > 1) AddLevel(alsoInto = [.. legs.Select(leg => leg.From).Where(node => node % 2 == 0)], forward: false);
        return Task.FromResult(new LegsRead(areAll ? legs : [.. legs.Take(most)], areAll, alsoOutOf, alsoInto));

        void AddLevel(IEnumerable<int> nodes, bool forward)
        {
            foreach (var node in nodes.Where(n => n < whole.NodeCount))
                foreach (var arc in forward ? whole.Out(node) : whole.In(node))
                    if (forward) Add(node, arc.Node, arc);
                    else Add(arc.Node, node, arc);
        }

        void Add(int from, int to, Arc arc)
        {
            var type = whole.Type(arc.Relationship);
            if (!Skeleton.IsStructure(type) && (wanted.Types.Count == 0 || wanted.Types.Contains(type)))
                legs.Add(new FoundLeg(from, to, arc.Along, arc.Relationship));
        }
    }

    public Task<IReadOnlyList<PlacedRelationship>?> RelationshipsAsync(IReadOnlyList<FoundLeg> legs, CancellationToken cancel)
    {
        if (graph.ChangesMeanwhile) return Task.FromResult<IReadOnlyList<PlacedRelationship>?>(null);
        var found = legs.DistinctBy(leg => leg.Handle).Select(leg => leg.Along ? Key(leg, leg.From, leg.To) : Key(leg, leg.To, leg.From));
        return Task.FromResult<IReadOnlyList<PlacedRelationship>?>([.. found.Select(key => graph.Find(key)!).Where(Passes).Select(Place)]);
    }

    public Task<IReadOnlyList<PlacedRelationship>> RelationshipsAsync(IReadOnlyCollection<RelationshipKey> keys, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<PlacedRelationship>>(
            [.. keys.Where(key => !Skeleton.IsStructure(key.Type)).Select(graph.Find).OfType<Relationship>().Select(Place)]);

    private RelationshipKey Key(FoundLeg leg, int from, int to) => whole.Key((int)leg.Handle, from, to);

    private bool Passes(Relationship relationship)
    {
        if (relationship.Confidence < wanted.MinConfidence - 1e-9) return false;
        if (Validity.CountsUntil(relationship.Key.Type, relationship.ValidTo) < wanted.AsOf) return false;
        if (wanted.StatusesChange) return true;
        if (wanted.Statuses.Count > 0 && !wanted.Statuses.Contains(relationship.Status)) return false;
        return relationship.Status != Status.Established || relationship.ValidFrom is not { } begins || begins.FirstDay <= wanted.AsOf;
    }

    private PlacedRelationship Place(Relationship r) => new(
        r.Key.Type, Node(r.Key.From), Node(r.Key.To), r.Key.Component is { } component ? Node(component) : -1, r.Key.Role, r.Status, r.Confidence,
        r.ValidFrom, r.ValidTo);

    private int Node(string id) => whole.TryFind(id, out var node) ? node : throw new ArgumentException($"There is no '{id}'.");
}
