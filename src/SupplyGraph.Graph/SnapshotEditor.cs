using System.Collections.Immutable;
using SupplyGraph.Model;

namespace SupplyGraph.Graph;

/// <summary>
/// Makes a changed view on top of a snapshot: the next version after a commit, or a scenario for one question. Each change costs O(1) in the size
/// of the graph, but for those that say otherwise. Not safe for several threads; the snapshot it makes is.
/// </summary>
public sealed class SnapshotEditor
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

    /// <summary>Adds an entity, or changes the one with its id. Its country must be there already. An entity with relationships keeps its kind.</summary>
    public void PutEntity(string id, EntityKind kind, string? country, Stage? stage)
    {
        var view = View;
        var row = new NodeRow(id, kind, country is not null && view.TryFind(country, out var at) ? at : -1, stage);
        // One that comes back gets a node of its own: what once named the old one must not.
        if (!view.TryFind(id, out var node)) node = AddNode(row);
        else if (node < stored.Nodes.Length) overlay = overlay with { ChangedNodes = overlay.ChangedNodes.SetItem(node, row) };
        else overlay = overlay with { Nodes = overlay.Nodes.SetItem(node - stored.Nodes.Length, row) };
        if (kind == EntityKind.Component)
        {
            taxonomyChanged = true;
            if (Array.BinarySearch(stored.Components, node) < 0 && !overlay.Components.Contains(node))
                overlay = overlay with { Components = overlay.Components.Add(node) };
        }
        if (kind == EntityKind.Company || view.Home(node) >= 0) UpdateHome(node);
    }

    /// <summary>
    /// Removes an entity as a stop, and with it every relationship from it, to it or naming it as component, and the home of its companies (not the companies).
    /// O(its degree + its companies); for a component O(all nodes).
    /// </summary>
    public void RemoveEntity(string id)
    {
        var view = View;
        if (!view.TryFind(id, out var node)) return;
        var orphans = view.CompaniesOf(node).ToList();
        var based = new List<int>();
        foreach (var tie in view.TiesIn(node))
            if (view.Type(tie.Relationship) == RelationshipType.HeadquarteredIn) based.Add(tie.Node);
        based.AddRange(BasedNaming(view, node));
        overlay = overlay with { RemovedNodes = overlay.RemovedNodes.Add(node), RemovedRelationships = overlay.RemovedRelationships.Union(Touching(view, node)) };
        foreach (var company in based.Concat(orphans)) UpdateHome(company);
        if (view.Kind(node) == EntityKind.Component) taxonomyChanged = true;
    }

    // A headquarters may name a component; where that is removed, the headquarters goes with it.
    private static IEnumerable<int> BasedNaming(Snapshot view, int node)
    {
        if (view.ComponentOrdinal(node) is not (>= 0 and var component)) yield break;
        for (var company = 0; company < view.NodeCount; company++)
        {
            var names = false;
            foreach (var tie in view.TiesOut(company))
                names |= view.Type(tie.Relationship) == RelationshipType.HeadquarteredIn && view.Component(tie.Relationship) == component;
            if (names) yield return company;
        }
    }

    private static HashSet<int> Touching(Snapshot view, int node)
    {
        var touching = new HashSet<int>();
        foreach (var arc in view.Out(node)) touching.Add(arc.Relationship);
        foreach (var arc in view.In(node)) touching.Add(arc.Relationship);
        foreach (var tie in view.TiesOut(node)) touching.Add(tie.Relationship);
        foreach (var tie in view.TiesIn(node)) touching.Add(tie.Relationship);
        return touching;
    }

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

    private int AddNode(NodeRow row)
    {
        var node = stored.Nodes.Length + overlay.Nodes.Count;
        overlay = overlay with { Nodes = overlay.Nodes.Add(row), AddedIds = overlay.AddedIds.SetItem(row.Id, node) };
        return node;
    }

    private void UpdateHome(int company)
    {
        var view = View;
        var home = view.Node(company).Country;
        if (home < 0 || !view.Exists(home)) home = OnlyHeadquarters(view, company);
        overlay = overlay with { Homes = overlay.Homes.SetItem(company, home) };
    }

    private static int OnlyHeadquarters(Snapshot view, int company)
    {
        var home = -1;
        foreach (var tie in view.TiesOut(company))
        {
            if (view.Type(tie.Relationship) != RelationshipType.HeadquarteredIn || view.IsRemoved(tie.Relationship) || tie.Node == home) continue;
            if (home >= 0) return -1;
            home = tie.Node;
        }
        return home;
    }
}
