using System.Collections.Frozen;

namespace SupplyGraph.Model;

/// <summary>Whether a field belongs to a relationship type.</summary>
public enum Presence
{
    Refused,
    Optional,
    Required,
}

/// <summary>One type of the catalogue: which kinds it joins and how goods, parts or know-how move along it.</summary>
/// <param name="Summary">What a relationship of this type says, in plain words.</param>
/// <param name="TwoWay">Whether it is one relationship whichever way a claim states it.</param>
/// <param name="Flow">The direction in which things move, in words, for people.</param>
public sealed record RelationshipRule(
    RelationshipType Type,
    string Summary,
    IReadOnlyList<EntityKind> From,
    IReadOnlyList<EntityKind> To,
    string Flow,
    bool TwoWay = false,
    Presence Component = Presence.Optional,
    Presence Role = Presence.Refused)
{
    /// <summary>Roles that the type takes; empty where it takes none.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>How far a relationship of this type by itself makes a leg along it plausible; null where nothing flows that way.</summary>
    public double? Forward { get; init; }

    /// <summary>The same against it.</summary>
    public double? Backward { get; init; }

    /// <summary>Whether the kinds of the ends fit; those of a two-way type may stand either way round.</summary>
    public bool Fits(EntityKind from, EntityKind to) =>
        (From.Contains(from) && To.Contains(to)) || (TwoWay && From.Contains(to) && To.Contains(from));

    /// <summary>The kinds in words: <c>company -> country</c>.</summary>
    public string Ends => $"{string.Join(", ", From.Select(Term.Of))} {(TwoWay ? "<->" : "->")} {string.Join(", ", To.Select(Term.Of))}";
}

/// <summary>The relationship catalogue (design, section 3): the one place that knows which types there are.</summary>
public static class Catalogue
{
    private const EntityKind Company = EntityKind.Company, Component = EntityKind.Component, Country = EntityKind.Country,
        Region = EntityKind.Region, Vehicle = EntityKind.Vehicle, Policy = EntityKind.Policy, Corridor = EntityKind.Corridor;

    /// <summary>All types, in catalogue order.</summary>
    public static IReadOnlyList<RelationshipRule> All { get; } =
    [
        new(RelationshipType.Supplies, "A company supplies a component to another company.", [Company], [Company], "forward",
            Component: Presence.Required) { Forward = 1.0 },
        new(RelationshipType.ExportsTo, "A country exports a component to a country or region.", [Country], [Country, Region], "forward",
            Component: Presence.Required) { Forward = 1.0 },
        new(RelationshipType.OperatesIn, "A company is at work in a country in a role.", [Company], [Country],
            "forward, for research, distribution and charging only as the last leg; "
                + "backward for mining and refining, and at 0.5 for manufacturing and assembly",
            Role: Presence.Required)
        {
            Forward = 0.9, Backward = 0.9,
            Roles = [Role.Mining, Role.Refining, Role.Manufacturing, Role.Assembly, Role.Research, Role.Distribution, Role.Charging, Role.Recycling],
        },
        new(RelationshipType.Produces, "A company or country produces a component.", [Company, Country], [Component], "backward",
            Component: Presence.Refused) { Backward = 0.9 },
        new(RelationshipType.Owns, "A company owns another, in whole or in part.", [Company], [Company],
            "forward at 0.8, backward at 0.6") { Forward = 0.8, Backward = 0.6 },
        new(RelationshipType.PartnersWith, "Two companies work together.", [Company], [Company], "both", TwoWay: true, Role: Presence.Optional)
        {
            Forward = 0.5, Backward = 0.5,
            Roles = [Role.JointVenture, Role.CoDevelopment, Role.ContractManufacturing, Role.Technology, Role.Distribution, Role.Equity],
        },
        new(RelationshipType.Connects, "A corridor connects a country or region.", [Corridor], [Country, Region], "both",
            Component: Presence.Refused) { Forward = 0.7, Backward = 0.7 },
        new(RelationshipType.InvestsIn, "A company or country invests in a company or country.", [Company, Country], [Company, Country],
            "backward between companies, forward from a company to a country, none from a country") { Forward = 0.6, Backward = 0.6 },
        new(RelationshipType.CooperatesWith, "Two countries, or a country and a region, cooperate.", [Country], [Country, Region], "both",
            TwoWay: true) { Forward = 0.4, Backward = 0.4 },
        new(RelationshipType.PartOf, "A component goes into another.", [Component], [Component], "forward", Component: Presence.Refused) { Forward = 1.0 },
        new(RelationshipType.Builds, "A company builds a vehicle.", [Company], [Vehicle], "forward", Component: Presence.Refused) { Forward = 1.0 },
        new(RelationshipType.Uses, "A vehicle uses a component.", [Vehicle], [Component], "backward", Component: Presence.Refused) { Backward = 1.0 },
        new(RelationshipType.HeadquarteredIn, "A company is based in a country.", [Company], [Country], "none"),
        new(RelationshipType.KindOf, "A component is a kind of another.", [Component], [Component], "none", Component: Presence.Refused),
        new(RelationshipType.SubstitutesFor, "A component can take another's place.", [Component], [Component], "none", Component: Presence.Refused),
        new(RelationshipType.MemberOf, "A country, or a region, belongs to a region.", [Country, Region], [Region], "none", Component: Presence.Refused),
        new(RelationshipType.AppliesIn, "A policy applies in a country or region.", [Policy], [Country, Region], "none"),
        new(RelationshipType.Promotes, "A policy promotes a component.", [Policy], [Component], "none", Component: Presence.Refused),
    ];

    private static readonly FrozenDictionary<RelationshipType, RelationshipRule> ByType = All.ToFrozenDictionary(r => r.Type);

    public static RelationshipRule Of(RelationshipType type) => ByType[type];
}
