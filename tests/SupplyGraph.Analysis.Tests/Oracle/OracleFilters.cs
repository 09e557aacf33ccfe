using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>Types, statuses, least confidence and the day: they choose legs only.</summary>
internal sealed class OracleFilters(RouteQuestion question, OracleRules rules)
{
    public bool Pass(Relationship r) =>
        (question.Types.Count == 0 || question.Types.Contains(r.Key.Type) || !rules.On(OracleRule.Types))
        && (question.Statuses.Count == 0 || question.Statuses.Contains(r.Status) || !rules.On(OracleRule.Statuses))
        && (r.Confidence >= question.MinConfidence || !rules.On(OracleRule.MinConfidence))
        && !EndedBefore(r) && !BeginsAfter(r);

    private bool EndedBefore(Relationship r)
    {
        if (r.ValidTo is not { } validTo || !rules.On(OracleRule.EndedBefore)) return false;
        var observed = r.Key.Type is RelationshipType.ExportsTo or RelationshipType.Produces && rules.On(OracleRule.ObservedLately);
        return validTo.LastDay < (observed ? question.AsOf.AddMonths(-36) : question.AsOf);
    }

    private bool BeginsAfter(Relationship r)
    {
        if (r.ValidFrom is not { } validFrom || !rules.On(OracleRule.BeginsAfter)) return false;
        return (r.Status == Status.Established || !rules.On(OracleRule.PlansMayBeginLater)) && validFrom.FirstDay > question.AsOf;
    }
}
