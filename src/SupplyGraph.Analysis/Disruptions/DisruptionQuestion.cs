using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Disruptions;

/// <summary>A question for who would be supplied worse (design, section 5).</summary>
public sealed record DisruptionQuestion
{
    /// <summary>Which relationships may be legs.</summary>
    public required LegFilters Filters { get; init; }

    /// <summary>The most legs of a route: 1..<see cref="Limits.MaxHops"/>.</summary>
    public int MaxHops { get; init; } = Limits.DefaultHops;

    /// <summary>How many of the ranking are passed over.</summary>
    public int Skip { get; init; }

    /// <summary>How many of the ranking are given at most: 1..<see cref="Limits.MaxPageSize"/>.</summary>
    public int Take { get; init; } = Limits.DefaultPageSize;
}
