using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

public sealed class ConcentrationTests(LiveServer server) : IClassFixture<LiveServer>
{
    private readonly Shell shell = new(server.Address);

    [Fact]
    public async Task Shares_are_a_table_with_the_index_and_the_coverage_below()
    {
        var ran = await shell.RunAsync("concentration", "battery", "--measure", "exports");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Matches(@"^\s*Country\s+Destinations\s+Share\s+Relationships$", ran.Lines[0]);
        Assert.Contains(ran.Lines, line => line.Trim().Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SequenceEqual(["China", "1", "100.0 %", "1"]));
        Assert.Contains("Herfindahl-Hirschman index: 10,000 of 10,000.", ran.Lines);
        Assert.Contains("Coverage: 1 of 1 relationship counted.", ran.Lines);
    }

    [Fact]
    public async Task What_did_not_count_is_said_with_its_reason()
    {
        var ran = await shell.RunAsync("concentration", "battery", "--measure", "capacity");
        Assert.Equal(["Coverage: 0 of 1 relationship counted; left out: 1 no amount."], ran.Lines);
    }

    [Fact]
    public async Task Every_option_reaches_the_server_and_json_is_its_answer()
    {
        var ran = await shell.RunAsync(
            "concentration", "Battery", "--json", "--by", "company", "--measure", "makers", "--type", "operates_in", "--status", "potential",
            "--min-confidence", "0.25", "--as-of", "2025-03");
        const string Asked = "component=Battery&by=company&measure=makers&types=operates_in&status=potential&minConfidence=0.25&asOf=2025-03";
        Assert.Equal(await server.GetAsync("/v1/concentration?" + Asked) + "\n", ran.Out);
        Assert.Equal("company", JsonNode.Parse(ran.Out)!["query"]!["by"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_problem_names_the_bad_field()
    {
        var ran = await shell.RunAsync("concentration", "battery", "--measure", "exports", "--by", "company");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("  measure: Exports are stated of countries", ran.Error, StringComparison.Ordinal);
    }
}
