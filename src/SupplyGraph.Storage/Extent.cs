using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Storage;

/// <summary>
/// What may lie on an answer: the chains of legs that lead from a start to an end, meet every via in between, and pass the filters. Nodes are those of
/// <see cref="Graph"/>.
/// </summary>
public sealed record Extent
{
    /// <summary>
    /// The view's own snapshot, or what a scenario makes of it. Its arcs are walked too, so that a chain may use what a scenario adds.
    /// </summary>
    public required Snapshot Graph { get; init; }

    /// <summary>Where a chain may begin; null for anywhere.</summary>
    public IReadOnlyCollection<int>? Starts { get; init; }

    /// <summary>Where it may end; null for anywhere.</summary>
    public IReadOnlyCollection<int>? Ends { get; init; }

    /// <summary>The nodes of each place that a chain must meet between its ends, in any order.</summary>
    public IReadOnlyList<IReadOnlyCollection<int>> Vias { get; init; } = [];

    /// <summary>Whether a chain may lead through a node; an end need not be such a one.</summary>
    public required Func<int, bool> MayPass { get; init; }

    /// <summary>The most legs of a chain; null for any number.</summary>
    public int? MaxLegs { get; init; }

    /// <summary>Types that legs may have; empty for all.</summary>
    public IReadOnlyList<RelationshipType> Types { get; init; } = [];

    /// <summary>Statuses that legs may have; empty for all.</summary>
    public IReadOnlyList<Status> Statuses { get; init; } = [];

    /// <summary>
    /// Whether a scenario gives relationships other statuses than the stored ones: then what hangs on the status (it and the first day) chooses nothing.
    /// </summary>
    public bool StatusesChange { get; init; }

    /// <summary>The least confidence of a leg, 0..1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The day on which legs must count.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Relationships that are wanted whether or not they lie on a chain, as far as the graph holds them.</summary>
    public IReadOnlyCollection<RelationshipKey> Relationships { get; init; } = [];

    /// <summary>How long the reading may take.</summary>
    public TimeSpan Time { get; init; } = Limits.MaxSearchTime;
}

/// <summary>A part of the graph that holds what was wanted of it.</summary>
/// <param name="Snapshot">
/// All entities, all structure, and every relationship that can be a leg of a chain that was wanted, at the version of the view; or more than that.
/// </param>
/// <param name="StoppedBy">What ended the reading before all of these were found; null where they are there.</param>
public sealed record GraphExtent(Snapshot Snapshot, ExtentBound? StoppedBy = null);

/// <summary>What ends the reading of an extent early.</summary>
public enum ExtentBound
{
    /// <summary>More relationships than <see cref="Limits.MaxExtractedRelationships"/>.</summary>
    Relationships,

    /// <summary>The time that it may take.</summary>
    Time,
}
