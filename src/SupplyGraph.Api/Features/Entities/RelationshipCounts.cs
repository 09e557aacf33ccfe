using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>How many relationships of one type an entity has on one side.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Direction">`out` where the entity is their from, `in` where it is their to, `both` for types that join their ends either way.</param>
/// <param name="Count">How many.</param>
public sealed record RelationshipCount(RelationshipType Type, string Direction, int Count);

/// <summary>Shows how many relationships an entity has.</summary>
internal static class RelationshipCounts
{
    /// <summary>In catalogue order, out before in.</summary>
    public static IReadOnlyList<RelationshipCount> Of(IReadOnlyList<EntityDegree> degrees) =>
    [
        .. degrees.GroupBy(d => (d.Type, Direction: DirectionOf(d.Type, d.IsFrom)))
            .OrderBy(g => g.Key.Type).ThenByDescending(g => g.Key.Direction, StringComparer.Ordinal)
            .Select(g => new RelationshipCount(g.Key.Type, g.Key.Direction, g.Sum(d => d.Count))),
    ];

    private static string DirectionOf(RelationshipType type, bool isFrom) => Catalogue.Of(type).TwoWay ? "both" : isFrom ? "out" : "in";
}
