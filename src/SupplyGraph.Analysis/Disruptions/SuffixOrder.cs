using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Disruptions;

/// <summary>The order of routes with the same end: cost up, hops up, stop ids ascending, and for one chain of stops the relationship ids, leg by leg.</summary>
internal sealed class SuffixOrder(Snapshot snapshot) : IComparer<Suffix>
{
    /// <inheritdoc/>
    public int Compare(Suffix? x, Suffix? y)
    {
        if (x!.Cost != y!.Cost) return x.Cost.CompareTo(y.Cost);
        if (x.Hops != y.Hops) return x.Hops.CompareTo(y.Hops);
        var stops = x.Stops.Zip(y.Stops, snapshot.CompareIds).FirstOrDefault(order => order != 0);
        return stops != 0 ? stops : RelationshipIds(x).Zip(RelationshipIds(y), string.CompareOrdinal).FirstOrDefault(order => order != 0);
    }

    private IEnumerable<string> RelationshipIds(Suffix route) => route.Parts.Select(p => snapshot.Key(p.Stop, p.Leg).Id);
}
