namespace SupplyGraph.Cli.Server;

/// <summary>An answer to a question for routes, as far as it is shown.</summary>
internal sealed record RouteAnswer(bool Complete, string? StoppedBy, IReadOnlyList<RouteLine> Routes, ObstacleAnswer? Obstacle);

internal sealed record RouteLine(double Plausibility, string? Status, IReadOnlyList<EntityName> Stops, string? Explanation);

/// <summary>Why there is no route.</summary>
internal sealed record ObstacleAnswer(string? Code, string? Field, string? Value, string? Message);

/// <summary>A page of entities, as far as it is shown.</summary>
internal sealed record EntityPage(IReadOnlyList<EntityLine> Items, string? Next);

internal sealed record EntityLine(string Id, string? Kind, string? Name, IReadOnlyList<string>? Aliases, string? Home);
