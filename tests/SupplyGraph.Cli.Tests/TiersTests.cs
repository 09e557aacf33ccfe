using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

public sealed class TiersTests(LiveServer server) : IClassFixture<LiveServer>
{
    private readonly Shell shell = new(server.Address);

    [Fact]
    public async Task A_supplier_is_a_row_with_its_tier_component_plausibility_and_route()
    {
        var ran = await shell.RunAsync("suppliers", "pakistan", "--type", "exports_to", "--tiers", "2");
        Assert.Equal(ExitCode.Done, ran.Code);
        var members = JsonNode.Parse(await server.GetAsync("/v1/entities/pakistan/suppliers?types=exports_to&tiers=2"))!;
        var china = members["items"]!.AsArray().Single(m => m!["entity"]!["id"]!.GetValue<string>() == "china")!;
        var row = ran.Lines.First(line => line.Contains(china["route"]!["explanation"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Matches($@"^\s*{china["tier"]}\s+China\s+{china["component"]}\s+0\.\d\d\d\s", row);
        Assert.Contains(ran.Lines, line => line == $"{members["items"]!.AsArray().Count} of {members["counts"]!["total"]} shown.");
    }

    [Fact]
    public async Task Every_option_reaches_the_server()
    {
        var ran = await shell.RunAsync(
            "customers", "byd", "--json", "--tiers", "4", "--component", "cell", "--type", "supplies", "--status", "announced", "--min-confidence", "0.25", "--as-of",
            "2025-03", "--limit", "7");
        Assert.Equal(
            """{"entity":"byd","side":"customers","tiers":4,"component":"cell","types":["supplies"],"status":["announced"],"minConfidence":0.25,"asOf":"2025-03-01"}""",
            JsonNode.Parse(ran.Out)!["query"]!.ToJsonString());
    }

    [Fact]
    public async Task A_long_list_says_how_to_go_on()
    {
        var first = await shell.RunAsync("suppliers", "pakistan", "--type", "exports_to", "--type", "operates_in", "--limit", "1");
        var cursor = first.Lines[^1].Split(' ')[^1];
        var second = await shell.RunAsync("suppliers", "pakistan", "--type", "exports_to", "--type", "operates_in", "--limit", "1", "--cursor", cursor);
        Assert.Equal(ExitCode.Done, second.Code);
        Assert.NotEqual(first.Lines[2], second.Lines[2]);
    }
}
