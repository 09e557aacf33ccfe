using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Storage;

/// <summary>How many relationships of one type lead from an entity, or to it.</summary>
/// <param name="IsFrom">Whether the entity is their from end.</param>
public sealed record EntityDegree(RelationshipType Type, bool IsFrom, int Count)
{
    /// <summary>Counts in a snapshot that holds all relationships of the entity. O(degree).</summary>
    public static IReadOnlyList<EntityDegree> Of(Snapshot graph, string entity)
    {
        if (!graph.TryFind(entity, out var node)) return [];
        var isFrom = new Dictionary<int, bool>();
        foreach (var arc in graph.Out(node)) isFrom[arc.Relationship] = arc.Along;
        foreach (var arc in graph.In(node)) isFrom[arc.Relationship] = !arc.Along;
        foreach (var tie in graph.TiesOut(node)) isFrom[tie.Relationship] = true;
        foreach (var tie in graph.TiesIn(node)) isFrom[tie.Relationship] = false;
        return
        [
            .. isFrom.Where(r => !graph.IsRemoved(r.Key)).GroupBy(r => (Type: graph.Type(r.Key), IsFrom: r.Value))
                .Select(g => new EntityDegree(g.Key.Type, g.Key.IsFrom, g.Count())),
        ];
    }
}
