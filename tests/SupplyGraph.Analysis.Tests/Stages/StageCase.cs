using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Stages;

/// <summary>One seeded graph, rich in plants, trade and links between countries, with filters; asked of each of its countries.</summary>
public sealed record StageCase(int Seed, OracleGraph Graph, LegFilters Filters)
{
    private static readonly Focus Rich = new("stages")
    {
        Companies = (3, 6),
        Countries = (2, 4),
        Regions = (1, 3),
        Components = (3, 6),
        Others = (2, 5),
        Relationships = (12, 30),
        Types =
        [
            RelationshipType.OperatesIn, RelationshipType.OperatesIn, RelationshipType.OperatesIn, RelationshipType.OperatesIn, RelationshipType.ExportsTo,
            RelationshipType.ExportsTo, RelationshipType.Connects, RelationshipType.CooperatesWith, RelationshipType.AppliesIn, RelationshipType.AppliesIn,
            RelationshipType.Owns, RelationshipType.Supplies, RelationshipType.PartnersWith, RelationshipType.InvestsIn,
        ],
    };

    private static readonly DateOnly[] Days = [new(2026, 6, 15), new(2026, 12, 31), new(2024, 2, 29)];

    /// <summary>The filters in the form in which the oracle for routes takes them.</summary>
    public RouteQuestion Unasked => new()
    {
        Types = Filters.Types,
        Statuses = Filters.Statuses,
        MinConfidence = Filters.MinConfidence,
        AsOf = Filters.AsOf,
    };

    /// <summary>The countries of the graph.</summary>
    public IReadOnlyList<string> Countries => [.. Graph.Of(EntityKind.Country)];

    public static IEnumerable<StageCase> Many(int count) => Enumerable.Range(1, count).Select(Create);

    public override string ToString() => $"seed {Seed}\n{CaseText.Of(Graph)}\n\n{CaseText.Of(Unasked)}";

    private static StageCase Create(int seed)
    {
        var random = new Random(seed);
        var graph = RandomGraphs.Create(Rich, random);
        // Research counts for software alone, which random graphs are otherwise without.
        var entities = graph.Entities.Select(e => e.Kind == EntityKind.Component && random.Chance(0.25) ? e with { Stage = Stage.Software } : e);
        var filters = new LegFilters
        {
            Types = random.Chance(0.2) ? [.. Rich.Types.Where(_ => random.Chance(0.7)).Distinct()] : [],
            Statuses = random.Chance(0.25) ? [random.One(Enum.GetValues<Status>()), Status.Established] : [],
            MinConfidence = random.Chance(0.25) ? random.One([0.6, 0.72, 0.8]) : 0,
            AsOf = random.One(Days),
        };
        return new StageCase(seed, new OracleGraph([.. entities], graph.Relationships), filters);
    }
}
