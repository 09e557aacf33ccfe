namespace SupplyGraph.Cli.Server;

/// <summary>Who could close a country's gaps, as far as it is shown.</summary>
internal sealed record OpportunitiesAnswer(IReadOnlyList<MissingStageAnswer> Stages);

internal sealed record MissingStageAnswer(string Stage, int Established, int Near, IReadOnlyList<OpportunityLine> Companies);

internal sealed record OpportunityLine(string Name, EntityName? Home, double Nearness, IReadOnlyList<TieAnswer> Ties);

internal sealed record TieAnswer(string Kind, EntityName Other, double Strength);
