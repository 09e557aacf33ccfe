using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

public sealed class EntitiesTests(LiveServer server) : IClassFixture<LiveServer>
{
    private readonly Shell shell = new(server.Address);

    [Fact]
    public async Task Entities_are_found_by_alias_and_shown_with_id_kind_name_home_and_aliases()
    {
        var ran = await shell.RunAsync("entities", "search", "build your dreams");
        Assert.Equal(ExitCode.Done, ran.Code);
        var row = Assert.Single(ran.Lines, line => line.TrimStart().StartsWith("byd ", StringComparison.Ordinal));
        Assert.Matches(@"^\s*byd\s+company\s+BYD\s+china\s+Build Your Dreams$", row);
    }

    [Fact]
    public async Task Kind_country_and_limit_reach_the_server()
    {
        var ran = await shell.RunAsync("entities", "search", "atlas", "--kind", "company", "--kind", "country", "--country", "PK", "--limit", "1", "--json");
        var answer = JsonNode.Parse(ran.Out)!;
        Assert.Equal("""{"q":"atlas","kind":["company","country"],"country":["pakistan"]}""", answer["query"]!.ToJsonString());
        Assert.Single(answer["items"]!.AsArray());
        Assert.Equal(await server.GetAsync("/v1/entities?q=atlas&kind=company&kind=country&country=PK&limit=1") + "\n", ran.Out);
    }

    [Fact]
    public async Task A_list_that_goes_on_says_so()
    {
        Assert.Contains("There are more", (await shell.RunAsync("entities", "search", "atlas", "--limit", "1")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("There are more", (await shell.RunAsync("entities", "search", "atlas")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_is_an_answer()
    {
        var ran = await shell.RunAsync("entities", "search", "qqqqqqqq");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal("Nothing found.\n", ran.Out);
    }

    [Fact]
    public async Task An_unknown_kind_is_refused_with_the_known_ones()
    {
        var ran = await shell.RunAsync("entities", "search", "byd", "--kind", "firm");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("corridor", ran.Error, StringComparison.Ordinal);
    }
}
