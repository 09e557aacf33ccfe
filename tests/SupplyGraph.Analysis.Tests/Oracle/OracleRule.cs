namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>
/// The rules of design section 4 that can be switched off one at a time, to prove that the random cases would notice if the engine forgot one.
/// </summary>
public enum OracleRule
{
    /// <summary>Regions hold what their regions hold.</summary>
    NestedRegions,

    /// <summary>A company without a stated country has the one target of its headquartered_in as its home.</summary>
    HomeByHeadquarters,

    /// <summary>With two such targets it has none.</summary>
    TwoHeadquartersAreNoHome,

    /// <summary>A component stands for its kinds.</summary>
    KindsInPlaceSets,

    /// <summary>An open end lies in no via's place set.</summary>
    OpenEndsOutsideVias,

    /// <summary>Nor is it a region around a country of one.</summary>
    OpenEndsNoRegionAroundVias,

    /// <summary>An open start is a company or country, an open end a country or region.</summary>
    OpenEndKinds,

    /// <summary>No intermediate stop lies in a given end's place set.</summary>
    EndsNotMidway,

    /// <summary>Unless it meets a via.</summary>
    EndsMidwayWhereTheyMeetAVia,

    /// <summary>A via is met by an intermediate stop, not by an end.</summary>
    ViasBetweenTheEnds,

    Avoid,
    Types,
    Statuses,
    MinConfidence,

    /// <summary>What ended before the day does not count.</summary>
    EndedBefore,

    /// <summary>Exports and outputs count for 36 months more.</summary>
    ObservedLately,

    /// <summary>What is established and begins later does not count.</summary>
    BeginsAfter,

    /// <summary>What is announced or potential may begin later.</summary>
    PlansMayBeginLater,

    /// <summary>Research, distribution and charging only as the last leg.</summary>
    LastLegOnly,

    /// <summary>Components of any two legs stand in order.</summary>
    Order,

    /// <summary>Also of two legs that are not neighbours among those that name one.</summary>
    OrderOfAllPairs,

    /// <summary>Kinds are exchanged before and between part_of steps.</summary>
    ExchangeOfKinds,

    /// <summary>Every naming leg stands in order to component=X.</summary>
    ComponentInOrder,

    /// <summary>At least one leg names a component where component=X.</summary>
    ComponentNamed,

    OwnsPrefix,

    /// <summary>Of the legs that may stand before the first component only those from owner to owned.</summary>
    OwnsPrefixFromOwnerToOwned,

    Joint,
    JointOfReexportedVehicles,
    JointMadeThere,
    JointSkippedStages,

    /// <summary>A component without a stage takes its nearest ancestor's.</summary>
    InheritedStages,

    Pool,
    CompanyNoTunnel,
    CompanyTunnelFromHome,
    CompanyTunnelOfAnAdvance,
    CompanyTunnelOfAMine,
    CountryNoTunnel,
    CountryTunnelOfAnAdvance,
    OwnsKeepDirection,
}

/// <summary>All rules, or all but one.</summary>
public readonly record struct OracleRules(OracleRule? Off)
{
    public static OracleRules All => default;

    public static OracleRules Without(OracleRule rule) => new(rule);

    public bool On(OracleRule rule) => Off != rule;
}
