using SupplyGraph.Model;

namespace SupplyGraph.Analysis;

/// <summary>
/// Which relationships a question lets count (design, section 4). They choose what is counted and walked; homes, members, kinds and parts are structure and
/// pass by no filter.
/// </summary>
public sealed record LegFilters
{
    /// <summary>Types; empty for all.</summary>
    public IReadOnlyList<RelationshipType> Types { get; init; } = [];

    /// <summary>Statuses; empty for all.</summary>
    public IReadOnlyList<Status> Statuses { get; init; } = [];

    /// <summary>The least confidence, 0..1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The day on which they must count.</summary>
    public required DateOnly AsOf { get; init; }
}
