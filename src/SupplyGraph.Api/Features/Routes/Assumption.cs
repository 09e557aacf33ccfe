using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>What one question assumes, applied to whatever part of the graph it is put to.</summary>
/// <param name="scenario">Null for nothing.</param>
/// <param name="storedClaims">The stored claims of each relationship that an added claim speaks of, by relationship id.</param>
internal sealed class Assumption(Scenario? scenario, IReadOnlyDictionary<string, IReadOnlyList<Claim>> storedClaims)
{
    public static Assumption None { get; } = new(null, new Dictionary<string, IReadOnlyList<Claim>>());

    /// <summary>Whether relationships take other statuses than they have.</summary>
    public bool ChangesStatuses => scenario is not null && scenario.EntityStatuses.Count + scenario.RelationshipStatuses.Count > 0;

    /// <summary>The relationships that added claims speak of: with what is stored of them these add up to something new.</summary>
    public IReadOnlyCollection<RelationshipKey> Claimed => scenario is null ? [] : [.. scenario.AddedClaims.Select(c => c.Key).Distinct()];

    /// <summary>The graph, or a part of it, as it is assumed.</summary>
    public Snapshot Under(Snapshot graph) => scenario is null ? graph : ScenarioView.Under(scenario, graph, storedClaims);
}
