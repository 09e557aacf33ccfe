using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

public sealed class DisruptionsTests(LiveServer server) : IClassFixture<LiveServer>
{
    private readonly Shell shell = new(server.Address);

    [Fact]
    public async Task Who_loses_what_is_a_row_with_what_was_and_what_is_left()
    {
        var ran = await shell.RunAsync("disruptions", "--without-relationship", "exports_to~china~pakistan~battery~");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Matches(@"^\s*Loss\s+Component\s+Receiver\s+Before\s+After$", ran.Lines[0]);
        Assert.Contains(ran.Lines, line => line.Contains("Battery", StringComparison.Ordinal) && line.Contains("Pakistan", StringComparison.Ordinal)
            && line.Contains("0.940 china > pakistan", StringComparison.Ordinal) && line.Contains("0.270 byd > pakistan", StringComparison.Ordinal));
        Assert.Contains("0 lost altogether, 1 weakened, 0 strengthened.", ran.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_reaches_the_server()
    {
        var ran = await shell.RunAsync(
            "disruptions", "--json", "--without", "CN", "--without", "idle", "--type", "supplies", "--status", "announced", "--min-confidence", "0.25",
            "--as-of", "2025-03", "--max-hops", "4", "--limit", "7");
        Assert.Equal(ExitCode.Done, ran.Code);
        var query = JsonNode.Parse(ran.Out)!["query"]!;
        var expected = JsonNode.Parse("""
            { "types": ["supplies"], "status": ["announced"], "minConfidence": 0.25, "asOf": "2025-03-01", "maxHops": 4 }
            """)!.AsObject();
        Assert.All(expected, field => Assert.Equal(field.Value!.ToJsonString(), query[field.Key]!.ToJsonString()));
        Assert.Equal("""["china","idle"]""", query["scenario"]!["removedEntities"]!.ToJsonString());
    }

    [Fact]
    public async Task A_ranking_that_goes_on_says_so()
    {
        var ran = await shell.RunAsync("disruptions", "--without", "gotion", "--without-relationship", "exports_to~china~pakistan~battery~", "--limit", "1");
        Assert.Equal("There are more: raise --limit.", ran.Lines[^1]);
    }

    [Theory]
    [InlineData]
    [InlineData("--without", "china", "--limit", "many")]
    [InlineData("--without", "chinna")]
    public async Task What_is_wrong_with_a_question_is_said_and_ends_in_2(params string[] options)
    {
        var ran = await shell.RunAsync(["disruptions", .. options]);
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Equal("", ran.Out);
        Assert.NotEqual("", ran.Error.Trim());
    }
}
