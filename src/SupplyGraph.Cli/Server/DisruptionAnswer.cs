namespace SupplyGraph.Cli.Server;

/// <summary>An answer to a question for disruptions, as far as it is shown.</summary>
internal sealed record DisruptionAnswer(
    bool Complete, string? StoppedBy, int LookedAt, int Lost, int Weakened, int Strengthened, IReadOnlyList<DisruptionLine> Items, string? Next);

internal sealed record DisruptionLine(EntityName Component, EntityName Receiver, double Loss, ArrivalAnswer? Before, ArrivalAnswer? After);

/// <summary>The best route that ends at a receiver.</summary>
internal sealed record ArrivalAnswer(double Plausibility, IReadOnlyList<string> Stops);
