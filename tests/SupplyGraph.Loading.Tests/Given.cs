using System.Text;
using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Tests;

/// <summary>Short ways to read texts as files.</summary>
internal static class Given
{
    public static Stream File(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static async Task<List<FileRow<Entity>>> Entities(string text, FileFormat format = FileFormat.Csv) =>
        await EntityFile.ReadAsync(File(text), format, CancellationToken.None).ToListAsync();

    public static async Task<List<FileRow<NamedClaim>>> Claims(string text, FileFormat format = FileFormat.Csv) =>
        await ClaimFile.ReadAsync(File(text), format, CancellationToken.None).ToListAsync();

    /// <summary>Names of a few entities that the tests speak of.</summary>
    public static NameIndex Names { get; } = NameIndex.Build(
    [
        new("byd", EntityKind.Company, "BYD") { Aliases = ["Build Your Dreams"], Country = "china" },
        new("toyota", EntityKind.Company, "Toyota"),
        new("mega-motor", EntityKind.Company, "Mega Motor") { Aliases = ["Mega"] },
        new("mega-conglomerate", EntityKind.Company, "Mega Conglomerate") { Aliases = ["Mega"] },
        new("china", EntityKind.Country, "China") { Iso2 = "CN", Iso3 = "CHN" },
        new("pakistan", EntityKind.Country, "Pakistan") { Iso2 = "PK", Iso3 = "PAK" },
        new("lfp-battery-cell", EntityKind.Component, "LFP battery cell"),
        new("battery-pack", EntityKind.Component, "Battery pack"),
        new("georgia", EntityKind.Country, "Georgia"),
        new("georgia-corridor", EntityKind.Corridor, "Georgia"),
    ]);
}
