using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis;

/// <summary>A relationship that an answer rests on.</summary>
/// <param name="Confidence">0..0.99.</param>
public sealed record Counted(RelationshipKey Key, Status Status, double Confidence)
{
    /// <summary>The relationship with an index, whose ends are known.</summary>
    public static Counted Of(Snapshot snapshot, int relationship, RelationshipKey key) =>
        new(key, snapshot.Status(relationship), snapshot.ConfidenceMillionths(relationship) / 1_000_000.0);
}
