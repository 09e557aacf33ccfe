using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tiers;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>The tiers of design section 5 by brute force: every company, country and component is asked for by itself.</summary>
internal static class TierOracle
{
    public static IReadOnlyList<TierMember> Answer(OracleGraph graph, TierQuestion question)
    {
        var members =
            from other in graph.Of(EntityKind.Company, EntityKind.Country, EntityKind.Component)
            where other != question.Entity
            let routes = RouteOracle.Answer(graph, Between(question, other))
            where routes.Count > 0
            select new TierMember(other, routes.Min(r => r.Hops), routes[0]);
        return [.. members.OrderBy(m => m.Tier).ThenBy(m => m.Route.Cost).ThenBy(m => m.Id, StringComparer.Ordinal)];
    }

    private static RouteQuestion Between(TierQuestion question, string other) => new()
    {
        From = [question.Side == TierSide.Suppliers ? other : question.Entity],
        To = [question.Side == TierSide.Suppliers ? question.Entity : other],
        Exact = true,
        Component = question.Component,
        Types = question.Filters.Types.Count == 0 ? [RelationshipType.Supplies, RelationshipType.Builds, RelationshipType.Uses] : question.Filters.Types,
        Statuses = question.Filters.Statuses,
        MinConfidence = question.Filters.MinConfidence,
        AsOf = question.Filters.AsOf,
        MaxHops = question.Tiers,
        Distinct = Distinct.None,
        Limit = int.MaxValue,
    };
}
