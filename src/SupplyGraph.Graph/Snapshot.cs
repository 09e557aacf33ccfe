using System.Collections.Immutable;
using SupplyGraph.Model;

namespace SupplyGraph.Graph;

/// <summary>
/// An immutable view of the whole graph at one version: shared arrays plus a small overlay of what changed since they were built.
/// Nodes, relationships and components are dense indices; an index means something only within its snapshot. Safe for any number of readers.
/// </summary>
public sealed partial class Snapshot
{
    internal const int ConfidenceScale = 1_000_000;

    private readonly SnapshotBase stored;
    private readonly Overlay overlay;
    private readonly Lazy<Taxonomy> taxonomy;
    private readonly bool changed;

    internal Snapshot(long version, SnapshotBase stored, Overlay overlay, Lazy<Taxonomy>? taxonomy = null)
    {
        Version = version;
        this.stored = stored;
        this.overlay = overlay;
        changed = !ReferenceEquals(overlay, Overlay.None);
        this.taxonomy = taxonomy ?? new Lazy<Taxonomy>(() => new Taxonomy(this));
    }

    /// <summary>A graph of nothing, at version 0.</summary>
    public static Snapshot Empty { get; } = new SnapshotBuilder().Build(0);

    /// <summary>The store's version that this is a view of.</summary>
    public long Version { get; }

    /// <summary>Node indices run from 0 to this, removed ones included.</summary>
    public int NodeCount => stored.Nodes.Length + overlay.Nodes.Count;

    /// <summary>Relationship indices run from 0 to this, removed ones included.</summary>
    public int RelationshipCount => stored.RelationshipCount + overlay.Rows.Count;

    /// <summary>Component ordinals run from 0 to this.</summary>
    public int ComponentCount => stored.Components.Length + overlay.Components.Count;

    /// <summary>How much has changed since the base was built; a store rebuilds its snapshot when this grows large.</summary>
    public int OverlaySize => overlay.Size;

    /// <summary>Kinds, stages and what goes into what.</summary>
    public Taxonomy Taxonomy => taxonomy.Value;

    /// <summary>Finds an entity by its exact id. O(log n).</summary>
    public bool TryFind(string id, out int node)
    {
        var low = 0;
        var high = stored.Nodes.Length - 1;
        while (low <= high)
        {
            node = (low + high) >>> 1;
            var order = string.CompareOrdinal(stored.Nodes[node].Id, id);
            if (order == 0 && Exists(node)) return true;
            if (order == 0) break;
            if (order < 0) low = node + 1;
            else high = node - 1;
        }
        return overlay.AddedIds.TryGetValue(id, out node) && Exists(node);
    }

    /// <summary>Whether the node is part of this view.</summary>
    public bool Exists(int node) => overlay.RemovedNodes.IsEmpty || !overlay.RemovedNodes.Contains(node);

    public string Id(int node) => Node(node).Id;

    public EntityKind Kind(int node) => Node(node).Kind;

    /// <summary>The component's own stage (see <see cref="Taxonomy.StageOf"/> for the one it has through its kinds).</summary>
    internal Stage? OwnStage(int node) => Node(node).Stage;

    /// <summary>Compares two nodes by the ordinal order of their ids.</summary>
    public int CompareIds(int a, int b) =>
        a < stored.Nodes.Length && b < stored.Nodes.Length ? a.CompareTo(b) : string.CompareOrdinal(Id(a), Id(b));

    internal NodeRow Node(int node)
    {
        if (!changed) return stored.Nodes[node];
        if (node >= stored.Nodes.Length) return overlay.Nodes[node - stored.Nodes.Length];
        return overlay.ChangedNodes.TryGetValue(node, out var row) ? row : stored.Nodes[node];
    }

    /// <summary>The country that a company is based in, or -1: its own country, or else the one target of all its headquartered_in relationships.</summary>
    public int Home(int node)
    {
        if (changed && overlay.Homes.TryGetValue(node, out var home)) return home;
        return node < stored.Homes.Length ? stored.Homes[node] : -1;
    }

    /// <summary>The companies whose home a country is.</summary>
    public IEnumerable<int> CompaniesOf(int country)
    {
        if (country < stored.Homes.Length)
            foreach (var company in stored.Companies[country].ToArray())
                if (Home(company) == country && Exists(company)) yield return company;
        foreach (var (company, home) in overlay.Homes)
            if (home == country && Exists(company) && (company >= stored.Homes.Length || stored.Homes[company] != country)) yield return company;
    }

    /// <summary>The legs that can be walked from a node. Those of removed relationships are among them: see <see cref="IsRemoved"/>.</summary>
    public NodeList<Arc> Out(int node) => List(stored.Out, overlay.Out, node);

    /// <summary>The legs that can be walked to a node; an arc's node is where the leg starts.</summary>
    public NodeList<Arc> In(int node) => List(stored.In, overlay.In, node);

    /// <summary>The structure that leads from a node.</summary>
    public NodeList<Tie> TiesOut(int node) => List(stored.TiesOut, overlay.TiesOut, node);

    /// <summary>The structure that leads to a node.</summary>
    public NodeList<Tie> TiesIn(int node) => List(stored.TiesIn, overlay.TiesIn, node);

    private NodeList<T> List<T>(Csr<T> csr, ImmutableDictionary<int, ImmutableArray<T>> added, int node)
    {
        var kept = node < stored.Nodes.Length ? csr[node] : default;
        return changed && added.TryGetValue(node, out var more) ? new(kept, more.AsSpan()) : new(kept, default);
    }

    /// <summary>Nodes that are no longer part of this view.</summary>
    public IReadOnlyCollection<int> RemovedNodes => overlay.RemovedNodes;

    /// <summary>The node of a component ordinal.</summary>
    public int ComponentNode(int ordinal) =>
        ordinal < stored.Components.Length ? stored.Components[ordinal] : overlay.Components[ordinal - stored.Components.Length];

    /// <summary>The ordinal of a component node, or -1 for a node of another kind. O(log n) in the number of components.</summary>
    public int ComponentOrdinal(int node)
    {
        if (Kind(node) != EntityKind.Component) return -1;
        var ordinal = Array.BinarySearch(stored.Components, node);
        return ordinal >= 0 ? ordinal : stored.Components.Length + overlay.Components.IndexOf(node);
    }

    /// <summary>Starts a changed view: the next version, or a scenario.</summary>
    public SnapshotEditor Edit() => new(this, stored, overlay);

    internal Lazy<Taxonomy> SharedTaxonomy => taxonomy;
}
