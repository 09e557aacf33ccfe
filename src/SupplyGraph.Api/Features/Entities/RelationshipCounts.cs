using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>How many relationships of one type an entity has on one side.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Direction">`out` where the entity is their from, `in` where it is their to, `both` for types that join their ends either way.</param>
/// <param name="Count">How many.</param>
public sealed record RelationshipCount(RelationshipType Type, string Direction, int Count);

/// <summary>Counts the relationships of one entity.</summary>
internal static class RelationshipCounts
{
    /// <summary>O(degree). In catalogue order, out before in.</summary>
    public static IReadOnlyList<RelationshipCount> Of(Snapshot graph, string id)
    {
        if (!graph.TryFind(id, out var node)) return [];
        var seen = new Dictionary<int, bool>();
        foreach (var arc in graph.Out(node)) seen[arc.Relationship] = arc.Along;
        foreach (var arc in graph.In(node)) seen[arc.Relationship] = !arc.Along;
        foreach (var tie in graph.TiesOut(node)) seen[tie.Relationship] = true;
        foreach (var tie in graph.TiesIn(node)) seen[tie.Relationship] = false;
        return
        [
            .. seen.Where(r => !graph.IsRemoved(r.Key))
                .GroupBy(r => (Type: graph.Type(r.Key), Direction: DirectionOf(graph.Type(r.Key), isFrom: r.Value)))
                .OrderBy(g => g.Key.Type).ThenByDescending(g => g.Key.Direction, StringComparer.Ordinal)
                .Select(g => new RelationshipCount(g.Key.Type, g.Key.Direction, g.Count())),
        ];
    }

    private static string DirectionOf(RelationshipType type, bool isFrom) => Catalogue.Of(type).TwoWay ? "both" : isFrom ? "out" : "in";
}
