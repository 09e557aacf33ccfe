using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>One relationship walked one way along its flow.</summary>
/// <param name="Component">The component that the leg names, or null.</param>
internal sealed record OracleWalk(Relationship Relationship, bool Along, string From, string To, string? Component, decimal Plausibility, bool LastLegOnly)
{
    public RelationshipType Type => Relationship.Key.Type;
    public Role? Role => Relationship.Key.Role;
    public string Id => Relationship.Id;
    public int Cost { get; } = OracleCosts.Of(Plausibility);
}

/// <summary>Costs are integers: millionths of a natural logarithm, half away from zero.</summary>
internal static class OracleCosts
{
    public static int Of(decimal factor) => (int)Math.Round(-Math.Log((double)factor) * 1_000_000, MidpointRounding.AwayFromZero);
}

/// <summary>The catalogue's columns flow and factor (design, section 3), written out again from its text.</summary>
internal static class OracleFlow
{
    /// <summary>All ways in which relationships of a graph can be walked, before any filter.</summary>
    public static IEnumerable<OracleWalk> Walks(OracleGraph graph) => graph.Relationships.SelectMany(r => Walks(r, graph));

    private static IEnumerable<OracleWalk> Walks(Relationship r, OracleGraph graph)
    {
        var (forward, backward) = Factors(r.Key, graph);
        if (forward > 0) yield return Walk(r, graph, along: true, forward);
        if (backward > 0) yield return Walk(r, graph, along: false, backward);
    }

    private static OracleWalk Walk(Relationship r, OracleGraph graph, bool along, decimal factor)
    {
        var (from, to) = along ? (r.Key.From, r.Key.To) : (r.Key.To, r.Key.From);
        var status = r.Status switch { Status.Established => 1.0m, Status.Announced => 0.8m, _ => 0.5m };
        var lastLegOnly = r.Key.Type == RelationshipType.OperatesIn && r.Key.Role is Role.Research or Role.Distribution or Role.Charging;
        return new(r, along, from, to, Named(r, from, to, graph), (decimal)r.Confidence * factor * status, lastLegOnly);
    }

    // A leg names its relationship's component; where that is empty and a stop of the leg is a component, the last such stop along the leg.
    private static string? Named(Relationship r, string from, string to, OracleGraph graph) =>
        r.Key.Component ?? new[] { to, from }.FirstOrDefault(stop => graph.KindOf(stop) == EntityKind.Component);

    private static (decimal Forward, decimal Backward) Factors(RelationshipKey key, OracleGraph graph)
    {
        var fromCompany = graph.KindOf(key.From) == EntityKind.Company;
        var toCompany = graph.KindOf(key.To) == EntityKind.Company;
        return key.Type switch
        {
            RelationshipType.Supplies or RelationshipType.ExportsTo or RelationshipType.PartOf or RelationshipType.Builds => (1.0m, 0),
            RelationshipType.OperatesIn when key.Role is Role.Mining or Role.Refining => (0.9m, 0.9m),
            RelationshipType.OperatesIn when key.Role is Role.Manufacturing or Role.Assembly => (0.9m, 0.5m),
            RelationshipType.OperatesIn => (0.9m, 0),
            RelationshipType.Produces => (0, 0.9m),
            RelationshipType.Owns => (0.8m, 0.6m),
            RelationshipType.PartnersWith => (0.5m, 0.5m),
            RelationshipType.Connects => (0.7m, 0.7m),
            RelationshipType.InvestsIn when fromCompany && toCompany => (0, 0.6m),
            RelationshipType.InvestsIn when fromCompany => (0.6m, 0),
            RelationshipType.CooperatesWith => (0.4m, 0.4m),
            RelationshipType.Uses => (0, 1.0m),
            _ => (0, 0),
        };
    }
}
