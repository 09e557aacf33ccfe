namespace SupplyGraph.Model;

/// <summary>What an entity is. The order is part of stored data: append only.</summary>
public enum EntityKind : byte
{
    Company,
    Component,
    Country,
    Region,
    Vehicle,
    Policy,
    Corridor,
}

/// <summary>How far along a relationship is, from strong to weak. A route has the weakest status of its legs.</summary>
public enum Status : byte
{
    Established,
    Announced,
    Potential,
}

/// <summary>The part an end plays; required for <c>operates_in</c>, optional for <c>partners_with</c>. The order is part of stored data: append only.</summary>
public enum Role : byte
{
    Mining,
    Refining,
    Manufacturing,
    Assembly,
    Research,
    Distribution,
    Charging,
    Recycling,
    JointVenture,
    CoDevelopment,
    ContractManufacturing,
    Technology,
    Equity,
}

/// <summary>A step of the supply chain that a component belongs to, in the order from mine to end of life.</summary>
public enum Stage : byte
{
    Mining,
    Refining,
    ActiveMaterials,
    Cells,
    Packs,
    Motors,
    PowerElectronics,
    Software,
    Vehicles,
    TwoThreeWheelers,
    BusesTrucks,
    Charging,
    Recycling,
}

/// <summary>The types of the relationship catalogue (see <see cref="Catalogue"/>). The order is part of stored data: append only.</summary>
public enum RelationshipType : byte
{
    Supplies,
    ExportsTo,
    OperatesIn,
    Produces,
    Owns,
    PartnersWith,
    Connects,
    InvestsIn,
    CooperatesWith,
    PartOf,
    Builds,
    Uses,
    HeadquarteredIn,
    KindOf,
    SubstitutesFor,
    MemberOf,
    AppliesIn,
    Promotes,
}

/// <summary>How far each stage is along the chain, for counting skipped stages.</summary>
public static class StageRank
{
    /// <summary>0 for mining up to 5 for finished vehicles; none for charging and recycling, which stand beside the chain.</summary>
    public static int? Of(Stage stage) => stage switch
    {
        Stage.Mining => 0,
        Stage.Refining => 1,
        Stage.ActiveMaterials => 2,
        Stage.Cells => 3,
        Stage.Packs or Stage.Motors or Stage.PowerElectronics or Stage.Software => 4,
        Stage.Vehicles or Stage.TwoThreeWheelers or Stage.BusesTrucks => 5,
        _ => null,
    };

    /// <summary>Whether a component of this stage is a finished vehicle: an imported one is seldom what leaves again.</summary>
    public static bool IsFinishedVehicle(Stage stage) => Of(stage) == 5;
}
