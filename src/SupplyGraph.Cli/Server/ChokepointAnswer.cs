namespace SupplyGraph.Cli.Server;

/// <summary>What routes cannot do without, as far as it is shown.</summary>
internal sealed record ChokepointAnswer(
    bool Complete, string? StoppedBy, int Pairs, ChokepointList Companies, ChokepointList Countries, ChokepointList Corridors, ChokepointList Components);

internal sealed record ChokepointList(int Total, IReadOnlyList<ChokepointLine> Items);

internal sealed record ChokepointLine(EntityName Entity, double Criticality, int Pairs, int CutOffPairs, LossAnswer Worst);

internal sealed record LossAnswer(RouteLine Route, RouteLine? Detour);
