using System.Globalization;
using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

public sealed class ChokepointsTests(LiveServer server) : IClassFixture<LiveServer>
{
    private readonly Shell shell = new(server.Address);

    [Fact]
    public async Task A_chokepoint_is_a_row_with_its_kind_criticality_and_what_the_worst_hit_pair_loses()
    {
        var ran = await shell.RunAsync("chokepoints", "--to", "pakistan");
        Assert.Equal(ExitCode.Done, ran.Code);
        var answer = JsonNode.Parse(await server.GetAsync("/v1/chokepoints?to=pakistan"))!;
        var worst = answer["components"]!["items"]![0]!;
        var row = ran.Lines.First(line => line.Contains(worst["entity"]!["name"]!.GetValue<string>(), StringComparison.Ordinal)
            && line.TrimStart().StartsWith("component", StringComparison.Ordinal));
        Assert.Contains(worst["criticality"]!.GetValue<double>().ToString("0.000", CultureInfo.InvariantCulture), row, StringComparison.Ordinal);
        Assert.Contains(string.Join(" > ", worst["worst"]!["route"]!["stops"]!.AsArray().Select(s => s!["name"])), row, StringComparison.Ordinal);
        Assert.Contains(ran.Lines, line => line.StartsWith($"{answer["pairs"]} pair", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_option_reaches_the_server()
    {
        var ran = await shell.RunAsync(
            "chokepoints", "--json", "--from", "china", "--to", "pakistan", "--via", "byd", "--avoid", "idle", "--component", "cell", "--type", "supplies",
            "--status", "announced", "--min-confidence", "0.25", "--as-of", "2025-03", "--max-hops", "4", "--exact", "--top", "3");
        Assert.Equal(ExitCode.Done, ran.Code);
        var answer = JsonNode.Parse(ran.Out)!;
        Assert.Equal(3, answer["top"]!.GetValue<int>());
        var expected = JsonNode.Parse("""
            { "from": ["china"], "to": ["pakistan"], "via": ["byd"], "avoid": ["idle"], "component": "cell", "types": ["supplies"], "status": ["announced"],
              "minConfidence": 0.25, "asOf": "2025-03-01", "maxHops": 4, "exact": true }
            """)!.AsObject();
        Assert.All(expected, parameter => Assert.Equal(parameter.Value!.ToJsonString(), answer["query"]![parameter.Key]!.ToJsonString()));
    }
}
