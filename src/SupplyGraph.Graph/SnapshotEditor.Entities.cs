using SupplyGraph.Model;

namespace SupplyGraph.Graph;

public sealed partial class SnapshotEditor
{
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
        overlay = overlay with
        {
            RemovedNodes = overlay.RemovedNodes.Add(node),
            RemovedRelationships = overlay.RemovedRelationships.Union(Touching(view, node)),
        };
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
