using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

/// <summary>A small world that the tests start from, and claims about it.</summary>
internal static class World
{
    public static IReadOnlyList<Entity> Entities { get; } =
    [
        new("byd", EntityKind.Company, "BYD") { Aliases = ["Build Your Dreams", "比亚迪"], Country = "china" },
        new("toyota", EntityKind.Company, "Toyota") { Country = "japan" },
        new("catl", EntityKind.Company, "CATL") { Aliases = ["Contemporary Amperex Technology"] },
        new("china", EntityKind.Country, "China") { Iso2 = "CN", Iso3 = "CHN", Latitude = 35.9, Longitude = 104.2 },
        new("japan", EntityKind.Country, "Japan") { Iso2 = "JP", Iso3 = "JPN" },
        new("pakistan", EntityKind.Country, "Pakistan") { Iso2 = "PK", Iso3 = "PAK" },
        new("asia", EntityKind.Region, "Asia"),
        new("cell", EntityKind.Component, "Battery cell") { Stage = Stage.Cells },
        new("lfp-cell", EntityKind.Component, "LFP cell"),
        new("pack", EntityKind.Component, "Battery pack") { Stage = Stage.Packs },
        new("ev", EntityKind.Component, "Electric vehicle") { Stage = Stage.Vehicles },
        new("seal", EntityKind.Vehicle, "BYD Seal"),
        new("cpec", EntityKind.Corridor, "China-Pakistan Economic Corridor"),
        new("nev-policy", EntityKind.Policy, "NEV Policy") { Url = "https://example.org/nev" },
    ];

    /// <summary>CATL supplies cells to BYD, said by one publisher.</summary>
    public static Claim Supply(string publisher = "Reuters", double confidence = 0.5) =>
        new(RelationshipType.Supplies, "catl", "byd") { Component = "cell", Publisher = publisher, SourceTitle = "Cells", Confidence = confidence };

    public static Claim Of(RelationshipType type, string from, string to, string? component = null, Role? role = null) =>
        new(type, from, to) { Component = component, Role = role, Publisher = "Reuters" };

    public static string SupplyId => Supply().Key.Id;
}
