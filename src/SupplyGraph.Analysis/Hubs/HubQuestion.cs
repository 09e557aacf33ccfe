using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Hubs;

/// <summary>Which countries are compared.</summary>
public sealed record HubQuestion
{
    /// <summary>Exact ids of countries, each once; 1..<see cref="Limits.MaxHubCountries"/>.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Which relationships count.</summary>
    public required LegFilters Filters { get; init; }

    /// <summary>How many links each list shows: 1..<see cref="Limits.MaxHubLinks"/>. What is counted is not bounded by it.</summary>
    public int Limit { get; init; } = Limits.DefaultHubLinks;
}
