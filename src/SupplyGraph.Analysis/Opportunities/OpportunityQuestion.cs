using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Opportunities;

/// <summary>Which companies could close the gaps of a country.</summary>
public sealed record OpportunityQuestion
{
    /// <summary>The exact id of the country.</summary>
    public required string Country { get; init; }

    /// <summary>Which relationships count, for what is missing as for what ties a company to the country.</summary>
    public required LegFilters Filters { get; init; }

    /// <summary>How many companies are shown for each stage: 1..<see cref="Limits.MaxOpportunities"/>.</summary>
    public int Limit { get; init; } = Limits.DefaultOpportunities;
}
