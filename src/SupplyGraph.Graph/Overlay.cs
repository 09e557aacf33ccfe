using System.Collections.Immutable;

namespace SupplyGraph.Graph;

/// <summary>
/// What has changed since the base was built, or is assumed for one question. Persistent collections, so that a change costs the same on any size of
/// graph, readers of older versions are not disturbed, and a scenario stands on top of a version without copying it.
/// </summary>
internal sealed record Overlay
{
    public static Overlay None { get; } = new();

    public ImmutableDictionary<int, ImmutableArray<Arc>> Out { get; init; } = ImmutableDictionary<int, ImmutableArray<Arc>>.Empty;
    public ImmutableDictionary<int, ImmutableArray<Arc>> In { get; init; } = ImmutableDictionary<int, ImmutableArray<Arc>>.Empty;
    public ImmutableDictionary<int, ImmutableArray<Tie>> TiesOut { get; init; } = ImmutableDictionary<int, ImmutableArray<Tie>>.Empty;
    public ImmutableDictionary<int, ImmutableArray<Tie>> TiesIn { get; init; } = ImmutableDictionary<int, ImmutableArray<Tie>>.Empty;

    /// <summary>Relationships that are no more; a changed one is removed here and added to <see cref="Rows"/>.</summary>
    public ImmutableHashSet<int> RemovedRelationships { get; init; } = [];

    public ImmutableHashSet<int> RemovedNodes { get; init; } = [];

    /// <summary>Added relationships: the first has the index after the base's last.</summary>
    public ImmutableList<RelationshipRow> Rows { get; init; } = [];

    /// <summary>Added nodes, likewise.</summary>
    public ImmutableList<NodeRow> Nodes { get; init; } = [];

    /// <summary>Nodes of the base whose row changed.</summary>
    public ImmutableDictionary<int, NodeRow> ChangedNodes { get; init; } = ImmutableDictionary<int, NodeRow>.Empty;

    public ImmutableDictionary<string, int> AddedIds { get; init; } = ImmutableDictionary<string, int>.Empty;
    public ImmutableDictionary<int, int> Homes { get; init; } = ImmutableDictionary<int, int>.Empty;

    /// <summary>Added components: ordinal after the base's last, to node.</summary>
    public ImmutableList<int> Components { get; init; } = [];

    /// <summary>How much there is to look through beside the base.</summary>
    public int Size => Rows.Count + RemovedRelationships.Count + Nodes.Count + ChangedNodes.Count;
}
