using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>The evidence of relationships under a scenario.</summary>
internal sealed class Assumed(Scenario scenario)
{
    private readonly ILookup<RelationshipKey, Claim> added = scenario.AddedClaims.ToLookup(c => c.Key);
    private readonly HashSet<RelationshipKey> removed = [.. scenario.RemovedRelationships];

    /// <summary>The claims behind a relationship under the scenario, in the order of their ids.</summary>
    public IReadOnlyList<Claim> ClaimsOf(RelationshipKey key, IReadOnlyList<Claim> stored) =>
        [.. added[key].Concat(removed.Contains(key) ? [] : stored).DistinctBy(c => c.Id).OrderBy(c => c.Id, StringComparer.Ordinal)];
}
