using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

public sealed class OpportunitiesTests
{
    private const string Claims = """
        {"claims":[{"type":"operates_in","from":"gotion","to":"germany","component":"cell","role":"manufacturing","publisher":"Reuters","confidence":0.9}]}
        """;

    [Fact]
    public async Task A_company_is_a_row_with_its_stage_nearness_home_and_strongest_ties()
    {
        await using var server = await LiveServer.StartAsync();
        var shell = await CellsInGermanyAsync(server);
        var ran = await shell.RunAsync("opportunities", "PK");
        Assert.Equal(ExitCode.Done, ran.Code);
        // 0.4 x 0.9 for the cells that BYD buys x 0.27 for its battery plant that is thought of.
        Assert.Matches(@"cells\s+0\.097\s+Gotion\s+China\s+affiliate BYD 0\.10$", Assert.Single(ran.Lines, line => line.Contains("Gotion", StringComparison.Ordinal)));
        Assert.Contains("cells: 1 company established elsewhere, 1 with a tie.", ran.Lines);
        Assert.Contains("motors: 0 companies established elsewhere, 0 with a tie.", ran.Lines);
        var json = await shell.RunAsync("opportunities", "PK", "--json");
        Assert.Equal(await server.GetAsync("/v1/countries/PK/opportunities") + "\n", json.Out);
    }

    [Fact]
    public async Task Every_option_reaches_the_server()
    {
        await using var server = await LiveServer.StartAsync();
        var ran = await new Shell(server.Address).RunAsync(
            "opportunities", "Pakistan", "--json", "--type", "operates_in", "--status", "announced", "--min-confidence", "0.25", "--as-of", "2025-03", "--limit", "7");
        Assert.Equal(
            """{"country":"pakistan","types":["operates_in"],"status":["announced"],"minConfidence":0.25,"asOf":"2025-03-01","limit":7}""",
            JsonNode.Parse(ran.Out)!["query"]!.ToJsonString());
    }

    [Fact]
    public async Task An_unknown_country_is_said_plainly()
    {
        await using var server = await LiveServer.StartAsync();
        var ran = await new Shell(server.Address).RunAsync("opportunities", "atlantis");
        Assert.NotEqual(ExitCode.Done, ran.Code);
        Assert.Contains("atlantis", ran.Error, StringComparison.Ordinal);
    }

    private static async Task<Shell> CellsInGermanyAsync(LiveServer server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var body = new StringContent(Claims, System.Text.Encoding.UTF8, "application/json");
        (await http.PostAsync(new Uri("/v1/claims", UriKind.Relative), body)).EnsureSuccessStatusCode();
        return new Shell(server.Address);
    }
}
