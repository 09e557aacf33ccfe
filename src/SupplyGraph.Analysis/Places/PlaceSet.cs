using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Places;

/// <summary>
/// What a named place stands for: a country for itself and the companies whose home it is; a region for itself, the regions and countries that belong to it,
/// directly or through its regions, and their companies; a component for itself and its kinds; everything else for itself.
/// </summary>
public static class PlaceSet
{
    /// <summary>The nodes of a place, itself first. O(size of the set).</summary>
    /// <param name="exact">Turns the widening off: the place alone.</param>
    public static IReadOnlyList<int> Of(Snapshot snapshot, int place, bool exact = false)
    {
        if (exact) return [place];
        return snapshot.Kind(place) switch
        {
            EntityKind.Country => [place, .. snapshot.CompaniesOf(place)],
            EntityKind.Region => RegionSet(snapshot, place),
            EntityKind.Component => [place, .. snapshot.Taxonomy.KindsBelow(snapshot.ComponentOrdinal(place)).Select(snapshot.ComponentNode)],
            _ => [place],
        };
    }

    private static List<int> RegionSet(Snapshot snapshot, int region)
    {
        var members = Walk(region, place => Members(snapshot, place));
        var set = new List<int>(members);
        foreach (var member in members)
            if (snapshot.Kind(member) == EntityKind.Country) set.AddRange(snapshot.CompaniesOf(member));
        return set;
    }

    /// <summary>The regions that a country or region belongs to, directly or through its regions.</summary>
    public static IEnumerable<int> RegionsOf(Snapshot snapshot, int place) => Walk(place, p => Regions(snapshot, p)).Skip(1);

    private static List<int> Members(Snapshot snapshot, int region) => MembershipEnds(snapshot, snapshot.TiesIn(region));

    private static List<int> Regions(Snapshot snapshot, int place) => MembershipEnds(snapshot, snapshot.TiesOut(place));

    private static List<int> MembershipEnds(Snapshot snapshot, NodeList<Tie> ties)
    {
        var ends = new List<int>();
        foreach (var tie in ties)
            if (snapshot.Type(tie.Relationship) == RelationshipType.MemberOf && !snapshot.IsRemoved(tie.Relationship)) ends.Add(tie.Node);
        return ends;
    }

    private static List<int> Walk(int start, Func<int, List<int>> next)
    {
        var found = new List<int> { start };
        var seen = new HashSet<int>(found);
        for (var i = 0; i < found.Count; i++)
            foreach (var node in next(found[i]))
                if (seen.Add(node)) found.Add(node);
        return found;
    }
}
