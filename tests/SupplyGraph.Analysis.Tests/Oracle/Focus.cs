using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>What one family of random cases is rich in. Counts are inclusive ranges, chances 0..1.</summary>
public sealed record Focus(string Name)
{
    public (int Least, int Most) Companies { get; init; } = (2, 5);
    public (int Least, int Most) Countries { get; init; } = (2, 4);
    public (int Least, int Most) Regions { get; init; } = (0, 2);
    public (int Least, int Most) Components { get; init; } = (2, 4);
    public (int Least, int Most) Others { get; init; } = (0, 2);

    /// <summary>Types of relationships with a flow; one that stands twice is drawn twice as often.</summary>
    public IReadOnlyList<RelationshipType> Types { get; init; } =
    [
        RelationshipType.Supplies, RelationshipType.ExportsTo, RelationshipType.OperatesIn, RelationshipType.OperatesIn, RelationshipType.Produces,
        RelationshipType.Owns, RelationshipType.PartnersWith, RelationshipType.Connects, RelationshipType.InvestsIn, RelationshipType.CooperatesWith,
        RelationshipType.Builds, RelationshipType.Uses,
    ];

    public (int Least, int Most) Relationships { get; init; } = (10, 30);
    public IReadOnlyList<double> Confidences { get; init; } = [0.9, 0.9, 0.8, 0.72, 0.5];
    public double Parallel { get; init; } = 0.25;
    public double Dated { get; init; } = 0.2;

    /// <summary>Whether one chain runs through the whole graph, from a material to a market.</summary>
    public bool Spine { get; init; }

    /// <summary>Of how many random chains a question is drawn along the longest.</summary>
    public int Walks { get; init; } = 4;

    /// <summary>How often an end, vias, avoided places and filters are given.</summary>
    public double GivenEnd { get; init; } = 0.45;
    public double Via { get; init; } = 0.6;
    public double Avoid { get; init; } = 0.25;
    public double Component { get; init; } = 0.15;
    public double Filter { get; init; } = 0.12;
    public double Ignore { get; init; } = 0.1;
    public double Exact { get; init; } = 0.15;
    public double Distinct { get; init; } = 0.5;
    public (int Least, int Most) Hops { get; init; } = (1, 5);
    public (int Least, int Most) Limit { get; init; } = (1, 20);

    /// <summary>All families, by the name that a failing test shows.</summary>
    public static IReadOnlyList<Focus> All { get; } =
    [
        new("everything"),
        new("companies")
        {
            Companies = (4, 7),
            Types = [RelationshipType.Supplies, RelationshipType.Supplies, RelationshipType.Owns, RelationshipType.PartnersWith,
                RelationshipType.InvestsIn, RelationshipType.OperatesIn],
        },
        new("owners")
        {
            Companies = (4, 6), Component = 0.05,
            Types = [RelationshipType.Owns, RelationshipType.Owns, RelationshipType.Supplies, RelationshipType.OperatesIn],
        },
        new("trade")
        {
            Companies = (0, 2), Countries = (4, 6), Regions = (1, 2), Parallel = 0.35,
            Types = [RelationshipType.ExportsTo, RelationshipType.ExportsTo, RelationshipType.ExportsTo,
                RelationshipType.CooperatesWith, RelationshipType.Connects],
        },
        new("plants")
        {
            Companies = (3, 5), Countries = (3, 5),
            Types = [RelationshipType.OperatesIn, RelationshipType.OperatesIn, RelationshipType.OperatesIn,
                RelationshipType.ExportsTo, RelationshipType.Supplies],
        },
        new("taxonomy")
        {
            Components = (5, 7), Companies = (3, 4), Regions = (0, 0), Others = (0, 1), Component = 0.3,
            Types = [RelationshipType.Supplies, RelationshipType.Produces, RelationshipType.OperatesIn, RelationshipType.ExportsTo, RelationshipType.Uses],
        },
        new("vias") { Via = 1, GivenEnd = 0.3, Hops = (3, 5), Ignore = 0.3 },
        new("avoided places") { Avoid = 1, Regions = (1, 2), Ignore = 0.3 },
        new("dates") { Dated = 0.9, Filter = 0.4 },
        new("regions and open ends")
        {
            Regions = (2, 3), Countries = (3, 4), Companies = (2, 4), Via = 0.9, GivenEnd = 0.2, Ignore = 0.3,
            Types = [RelationshipType.ExportsTo, RelationshipType.CooperatesWith, RelationshipType.OperatesIn, RelationshipType.OperatesIn],
        },
        new("ties") { Confidences = [0.5, 0.5, 0.25], Dated = 0, Parallel = 0.5, GivenEnd = 0.3, Ignore = 0.4 },
        new("long chains")
        {
            Companies = (5, 7), Countries = (2, 3), Components = (1, 3), Regions = (0, 0), Others = (0, 1), Relationships = (14, 22),
            Hops = (5, 12), Limit = (1, 100), GivenEnd = 0.7, Ignore = 0.4,
            Types = [RelationshipType.Supplies, RelationshipType.Supplies, RelationshipType.Owns, RelationshipType.OperatesIn, RelationshipType.ExportsTo],
        },
        new("deep chains")
        {
            Companies = (5, 7), Countries = (2, 3), Components = (2, 3), Regions = (0, 1), Others = (0, 0), Relationships = (2, 6), Spine = true, Walks = 12,
            Hops = (7, 12), GivenEnd = 0.6, Via = 0.4, Avoid = 0.1, Dated = 0, Filter = 0.02, Component = 0.1, Parallel = 0.3,
            Types = [RelationshipType.Supplies, RelationshipType.Owns, RelationshipType.OperatesIn, RelationshipType.ExportsTo, RelationshipType.PartnersWith],
        },
        new("components ignored") { Ignore = 1, Relationships = (8, 20), Component = 0 },
    ];

    public static Focus Named(string name) => All.Single(f => f.Name == name);
}
