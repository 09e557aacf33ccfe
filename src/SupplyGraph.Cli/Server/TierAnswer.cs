namespace SupplyGraph.Cli.Server;

/// <summary>A page of tiers, as far as it is shown.</summary>
internal sealed record TierAnswer(bool Complete, string? StoppedBy, TierCounts Counts, IReadOnlyList<TierLine> Items, string? Next);

internal sealed record TierCounts(int Total);

internal sealed record TierLine(int Tier, EntityName Entity, string? Component, RouteLine Route);
