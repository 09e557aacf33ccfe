namespace SupplyGraph.Api.Tests;

/// <summary>A graph small enough to know by heart, as a seed folder.</summary>
internal static class SmallGraph
{
    private const string Entities = """
        id,kind,name,aliases,country,iso2,iso3,stage
        china,country,China,,,CN,CHN,
        pakistan,country,Pakistan,,,PK,PAK,
        germany,country,Germany,,,DE,DEU,
        asia,region,Asia,,,,,
        byd,company,BYD,Build Your Dreams,china,,,
        gotion,company,Gotion,,china,,,
        atlas-honda,company,Atlas Honda,Atlas,pakistan,,,
        atlas-power,company,Atlas Power,Atlas,pakistan,,,
        battery,component,Battery,,,,,packs
        lfp-battery,component,LFP battery,,,,,
        cell,component,Battery cell,,,,,cells
        idle,company,Idle Motors,,,,,
        """;

    private const string Claims = """
        type,from,to,component,role,status,valid_from,valid_to,amount,unit,statement,source_title,publisher,source_url,source_date,confidence
        exports_to,china,pakistan,battery,,established,2023,,,,Batteries go to Pakistan.,Trade 2023,Reuters,https://example.org/trade,2024-01,0.8
        exports_to,china,pakistan,battery,,announced,,,,,Batteries will go to Pakistan.,Trade plans,Dawn,https://example.org/plans,2023,0.7
        supplies,gotion,byd,cell,,established,,,2.5,GWh/yr,Gotion sells cells to BYD.,Cells,Reuters,https://example.org/cells,2025,0.9
        operates_in,byd,pakistan,battery,assembly,potential,2027,,,,A plant is thought of.,Plants,Dawn,https://example.org/plants,2025-06,0.6
        headquartered_in,byd,china,,,established,,,,,BYD is Chinese.,About,BYD,https://example.org/byd,,0.95
        partners_with,byd,gotion,cell,technology,established,,2020,,,They worked together.,Past,Reuters,https://example.org/past,2019,0.8
        kind_of,lfp-battery,battery,,,established,,,,,An LFP battery is a battery.,Words,SupplyGraph,https://example.org/words,2026,0.95
        part_of,cell,battery,,,established,,,,,Cells go into batteries.,Words,SupplyGraph,https://example.org/words,2026,0.95
        member_of,china,asia,,,established,,,,,China is in Asia.,Words,SupplyGraph,https://example.org/words,2026,0.95
        """;

    public static string Folder { get; } = Write();

    private static string Write()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "small-graph");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "entities.csv"), Entities + "\n");
        File.WriteAllText(Path.Combine(folder, "claims.csv"), Claims + "\n");
        return folder;
    }
}
