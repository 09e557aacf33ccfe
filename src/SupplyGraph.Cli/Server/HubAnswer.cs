namespace SupplyGraph.Cli.Server;

/// <summary>Countries compared as hubs, as far as they are shown.</summary>
internal sealed record HubAnswer(bool Complete, string? StoppedBy, IReadOnlyList<HubLine> Hubs);

internal sealed record HubLine(
    EntityName Country, IReadOnlyList<string> Missing, IReadOnlyList<HubStageAnswer> Stages, CountAnswer Markets, CountAnswer Policies, CountAnswer Corridors,
    IReadOnlyList<RegionRouteAnswer> Routes);

internal sealed record HubStageAnswer(string Stage, StageCompanies Companies, StageImports Imports);

internal sealed record StageCompanies(CountAnswer Established, CountAnswer Announced, CountAnswer Potential);

internal sealed record StageImports(int Count, double? Hhi);

internal sealed record CountAnswer(int Count);

internal sealed record RegionRouteAnswer(EntityName Region, RouteLine? Route);
