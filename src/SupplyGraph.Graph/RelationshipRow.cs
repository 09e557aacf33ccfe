using SupplyGraph.Model;

namespace SupplyGraph.Graph;

/// <summary>The columns of one relationship, with its ends as node indices.</summary>
/// <param name="Component">The ordinal of the component that a leg over it names, or -1: its own, or else the component that it ends at (part_of, produces,
/// uses).</param>
/// <param name="Confidence">In millionths.</param>
/// <param name="ValidFrom">The day number of the first day, or <see cref="int.MinValue"/>.</param>
/// <param name="CountsUntil">The day number of the last day on which it counts, or <see cref="int.MaxValue"/>.</param>
internal readonly record struct RelationshipRow(
    RelationshipType Type, int From, int To, int Component, Role? Role, Status Status, int Confidence, int ValidFrom, int CountsUntil)
{
    public static RelationshipRow Of(
        RelationshipType type, int from, int to, int component, Role? role, Status status, double confidence, PartialDate? validFrom,
        PartialDate? validTo) => new(
            type, from, to, component, role, status, (int)Math.Round(confidence * Snapshot.ConfidenceScale),
            validFrom?.FirstDay.DayNumber ?? int.MinValue, Validity.CountsUntil(type, validTo)?.DayNumber ?? int.MaxValue);

    /// <summary>The costs of walking it along and against; null where nothing flows that way.</summary>
    public (int? Along, int? Against) Costs(EntityKind from, EntityKind to)
    {
        var flow = Flow.Of(Type, Role, from, to);
        var sure = Confidence / (double)Snapshot.ConfidenceScale;
        return (Cost(flow.Forward, sure, Status), Cost(flow.Backward, sure, Status));
    }

    // A confidence that rounds to nothing makes no leg: its cost would be beyond all numbers.
    private static int? Cost(double? factor, double confidence, Status status) =>
        factor is { } f && confidence > 0 ? Plausibility.Cost(confidence * f * Plausibility.Of(status)) : null;

    /// <summary>Whether the relationship stands among the ties of its ends: it gives structure, or nothing flows along it.</summary>
    public static bool IsTie(RelationshipType type, (int? Along, int? Against) costs) =>
        type == RelationshipType.PartOf || (costs.Along is null && costs.Against is null);
}
