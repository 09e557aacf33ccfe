using System.Collections.Immutable;
using SupplyGraph.Model;

namespace SupplyGraph.Graph;

/// <summary>
/// Makes a changed view on top of a snapshot: the next version after a commit, or a scenario for one question. Each change costs O(1) in the size
/// of the graph, but for those that say otherwise. Not safe for several threads; the snapshot it makes is.
/// </summary>
public sealed partial class SnapshotEditor
{
    private readonly Snapshot origin;
    private readonly SnapshotBase stored;
    private Overlay overlay;
    private bool taxonomyChanged;

    internal SnapshotEditor(Snapshot origin, SnapshotBase stored, Overlay overlay)
    {
        this.origin = origin;
        this.stored = stored;
        this.overlay = overlay;
    }

    /// <summary>The changed view.</summary>
    public Snapshot ToSnapshot(long version) => new(version, stored, overlay, taxonomyChanged ? null : origin.SharedTaxonomy);

    private Snapshot View => new(origin.Version, stored, overlay, origin.SharedTaxonomy);

    /// <summary>Adds a relationship, or replaces the one with its key. Its ends and its component must be there already. O(degree of its from end).</summary>
    public void PutRelationship(RelationshipKey key, Status status, double confidence, PartialDate? validFrom, PartialDate? validTo)
    {
        RemoveRelationship(key);
        var view = View;
        if (!view.TryFind(key.From, out var from) || !view.TryFind(key.To, out var to))
            throw new ArgumentException($"An end of {key.Id} is not in the graph.", nameof(key));
        var component = -1;
        if (key.Component is { } named && view.TryFind(named, out var at)) component = view.ComponentOrdinal(at);
        else if (Catalogue.Of(key.Type).Component == Presence.Refused) component = view.ComponentOrdinal(to);
        Put(view, RelationshipRow.Of(key.Type, from, to, component, key.Role, status, confidence, validFrom, validTo));
    }

    /// <summary>Gives a relationship another status, all else as it is. O(degree of its from end).</summary>
    public bool SetStatus(RelationshipKey key, Status status)
    {
        var view = View;
        var at = view.Find(key);
        if (at < 0) return false;
        view.TryFind(key.From, out var from);
        view.TryFind(key.To, out var to);
        var row = new RelationshipRow(
            key.Type, from, to, view.Component(at), key.Role, status, view.ConfidenceMillionths(at), view.ValidFrom(at), view.CountsUntil(at));
        RemoveRelationship(key);
        Put(view, row);
        return true;
    }

    private void Put(Snapshot view, RelationshipRow row)
    {
        var index = stored.RelationshipCount + overlay.Rows.Count;
        var costs = row.Costs(view.Kind(row.From), view.Kind(row.To));
        overlay = overlay with { Rows = overlay.Rows.Add(row) };
        if (costs.Along is { } along) AddArcs(row.From, row.To, index, true, along);
        if (costs.Against is { } against) AddArcs(row.To, row.From, index, false, against);
        if (RelationshipRow.IsTie(row.Type, costs))
        {
            overlay = overlay with
            {
                TiesOut = Append(overlay.TiesOut, row.From, new Tie(row.To, index)),
                TiesIn = Append(overlay.TiesIn, row.To, new Tie(row.From, index)),
            };
        }
        StructureChanged(row.Type, row.From);
    }

    /// <summary>Removes a relationship; false where there is none. O(degree of its from end).</summary>
    public bool RemoveRelationship(RelationshipKey key)
    {
        var view = View;
        var index = view.Find(key);
        if (index < 0) return false;
        overlay = overlay with { RemovedRelationships = overlay.RemovedRelationships.Add(index) };
        view.TryFind(key.From, out var from);
        StructureChanged(key.Type, from);
        return true;
    }

    private void StructureChanged(RelationshipType type, int from)
    {
        if (type is RelationshipType.KindOf or RelationshipType.PartOf) taxonomyChanged = true;
        if (type == RelationshipType.HeadquarteredIn) UpdateHome(from);
    }

    private void AddArcs(int from, int to, int index, bool along, int cost) => overlay = overlay with
    {
        Out = Append(overlay.Out, from, Arc.Of(to, index, along, cost)),
        In = Append(overlay.In, to, Arc.Of(from, index, along, cost)),
    };

    private static ImmutableDictionary<int, ImmutableArray<T>> Append<T>(ImmutableDictionary<int, ImmutableArray<T>> lists, int node, T item) =>
        lists.SetItem(node, lists.TryGetValue(node, out var list) ? list.Add(item) : [item]);
}
