namespace SupplyGraph.Cli.Server;

/// <summary>An answer to a question for concentration, as far as it is shown.</summary>
internal sealed record ConcentrationAnswer(
    ConcentrationAsked Query, string? Unit, double? HerfindahlHirschman, IReadOnlyList<ShareLine> Shares, CoverageAnswer Coverage);

/// <summary>The question as the server understood it.</summary>
internal sealed record ConcentrationAsked(string Component, string By, string Measure);

internal sealed record ShareLine(string Id, string? Name, decimal Value, double Share, IReadOnlyList<string> Relationships);

internal sealed record CoverageAnswer(int CouldCount, int Counted, IReadOnlyList<LeftOutLine> LeftOut);

internal sealed record LeftOutLine(string Reason, IReadOnlyList<string> Relationships);
