using System.Globalization;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>A route in a sentence: who does what, leg by leg, and where it is weakest.</summary>
internal static class Explanation
{
    public static string Of(IReadOnlyList<StopShown> stops, IReadOnlyList<LegShown> legs, int weakest, Func<string, string> nameOf)
    {
        var clauses = legs.Select((leg, i) =>
            Clause(leg, stops[i].Name, stops[i + 1].Name, leg.Component is null ? null : nameOf(leg.Component)) + Doubt(leg.Status));
        var weak = string.Create(CultureInfo.InvariantCulture, $"{stops[weakest].Name} to {stops[weakest + 1].Name} ({legs[weakest].Plausibility:0.##})");
        return $"{string.Join("; ", clauses)}.{(legs.Count > 1 ? $" Weakest: {weak}." : "")}{Pools(stops, legs)}";
    }

    private static string Pools(IReadOnlyList<StopShown> stops, IReadOnlyList<LegShown> legs)
    {
        var pools = legs.Select((leg, i) => leg.Pool < 1 ? stops[i + 1].Name : null).OfType<string>().ToList();
        return pools.Count == 0 ? "" : $" Nothing states that what reaches {string.Join(" and ", pools)} is what leaves.";
    }

    private static string Doubt(Status status) => status == Status.Established ? "" : $" ({Term.Of(status)})";

    private static string Clause(LegShown leg, string from, string to, string? component) => leg.Type switch
    {
        RelationshipType.Supplies => $"{from} supplies {component} to {to}",
        RelationshipType.ExportsTo => $"{from} exports {component} to {to}",
        RelationshipType.OperatesIn => leg.Along ? $"{from} {Work(leg.Role, component)} in {to}" : $"in {from}, {to} {Work(leg.Role, component)}",
        RelationshipType.Produces => $"{from} is produced by {to}",
        RelationshipType.Owns => leg.Along ? $"{from} owns {to}" : $"{from} belongs to {to}",
        RelationshipType.PartnersWith => $"{from} works with {to}{(leg.Role is { } role ? $" ({Term.Of(role).Replace('_', ' ')})" : "")}{On(component)}",
        RelationshipType.Connects => leg.Along ? $"{from} leads to {to}" : $"{from} connects to {to}",
        RelationshipType.InvestsIn => leg.Along ? $"{from} invests in {to}{On(component)}" : $"{from} has an investor in {to}{On(component)}",
        RelationshipType.CooperatesWith => $"{from} cooperates with {to}{On(component)}",
        RelationshipType.PartOf => $"{from} goes into {to}",
        RelationshipType.Builds => $"{from} builds {to}",
        RelationshipType.Uses => $"{from} is used in {to}",
        var other => throw new InvalidOperationException($"Nothing flows along {other}."),
    };

    private static string Work(Role? role, string? component) => role switch
    {
        Role.Mining => $"mines {component ?? "minerals"}",
        Role.Refining => $"refines {component ?? "minerals"}",
        Role.Manufacturing => component is null ? "manufactures" : $"makes {component}",
        Role.Assembly => component is null ? "assembles" : $"assembles {component}",
        Role.Research => component is null ? "does research" : $"does research on {component}",
        Role.Distribution => component is null ? "distributes" : $"distributes {component}",
        Role.Charging => "runs charging",
        _ => component is null ? "recycles" : $"recycles {component}",
    };

    private static string On(string? component) => component is null ? "" : $" on {component}";
}
