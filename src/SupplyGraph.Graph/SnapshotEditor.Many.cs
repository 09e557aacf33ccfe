using System.Collections.Immutable;
using SupplyGraph.Model;

namespace SupplyGraph.Graph;

public sealed partial class SnapshotEditor
{
    /// <summary>
    /// Adds many relationships at once, none of which is there: what one question needs of a graph that is not in memory. They leave homes and taxonomy as they
    /// are, so none of them may be headquartered_in, kind_of or part_of. O(added x log added), however many one node has.
    /// </summary>
    /// <exception cref="ArgumentException">One of them is structure.</exception>
    public void AddRelationships(IReadOnlyCollection<PlacedRelationship> added)
    {
        if (added.Any(r => r.Type is RelationshipType.HeadquarteredIn or RelationshipType.KindOf or RelationshipType.PartOf))
            throw new ArgumentException("A relationship that gives structure is put one by one.", nameof(added));
        var view = View;
        var rows = new RelationshipRow[added.Count];
        Dictionary<int, List<Arc>> arcsOut = [], arcsIn = [];
        Dictionary<int, List<Tie>> tiesOut = [], tiesIn = [];
        var place = 0;
        foreach (var r in added)
        {
            var index = stored.RelationshipCount + overlay.Rows.Count + place;
            var named = r.Component < 0 && Catalogue.Of(r.Type).Component == Presence.Refused ? r.To : r.Component;
            var component = named < 0 ? -1 : view.ComponentOrdinal(named);
            var row = RelationshipRow.Of(r.Type, r.From, r.To, component, r.Role, r.Status, r.Confidence, r.ValidFrom, r.ValidTo);
            rows[place++] = row;
            var costs = row.Costs(view.Kind(r.From), view.Kind(r.To));
            if (costs.Along is { } along) Join(r.From, r.To, index, true, along);
            if (costs.Against is { } against) Join(r.To, r.From, index, false, against);
            if (!RelationshipRow.IsTie(r.Type, costs)) continue;
            Note(tiesOut, r.From, new Tie(r.To, index));
            Note(tiesIn, r.To, new Tie(r.From, index));
        }
        overlay = overlay with
        {
            Rows = overlay.Rows.AddRange(rows),
            Out = Merged(overlay.Out, arcsOut),
            In = Merged(overlay.In, arcsIn),
            TiesOut = Merged(overlay.TiesOut, tiesOut),
            TiesIn = Merged(overlay.TiesIn, tiesIn),
        };

        void Join(int from, int to, int index, bool isAlong, int cost)
        {
            Note(arcsOut, from, Arc.Of(to, index, isAlong, cost));
            Note(arcsIn, to, Arc.Of(from, index, isAlong, cost));
        }
    }

    private static void Note<T>(Dictionary<int, List<T>> lists, int node, T item)
    {
        if (lists.TryGetValue(node, out var list)) list.Add(item);
        else lists[node] = [item];
    }

    private static ImmutableDictionary<int, ImmutableArray<T>> Merged<T>(ImmutableDictionary<int, ImmutableArray<T>> known, Dictionary<int, List<T>> added)
    {
        var merged = known.ToBuilder();
        foreach (var (node, items) in added) merged[node] = merged.TryGetValue(node, out var before) ? [.. before, .. items] : [.. items];
        return merged.ToImmutable();
    }
}
