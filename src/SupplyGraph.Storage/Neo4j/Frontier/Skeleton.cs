using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>
/// A view of a graph that is too large for memory: all entities with their names and homes, and the relationships that give structure. Others are read part by
/// part, for each question.
/// </summary>
/// <param name="Numbers">Which node is which entity of the database.</param>
internal sealed record Skeleton(Snapshot Snapshot, NameIndex Names, EntityNumbers Numbers) : GraphView(Snapshot, Names)
{
    /// <inheritdoc/>
    public override bool IsWhole => false;

    /// <summary>Whether a skeleton holds the relationships of a type.</summary>
    public static bool IsStructure(RelationshipType type) => LegTypes.IsStructure(type);
}
