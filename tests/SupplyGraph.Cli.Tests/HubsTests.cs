using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Cli.Tests;

public sealed class HubsTests(LiveServer server) : IClassFixture<LiveServer>
{
    private readonly Shell shell = new(server.Address);

    [Fact]
    public async Task Countries_stand_side_by_side_stage_by_stage()
    {
        var ran = await shell.RunAsync("hubs", "pakistan", "china");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Matches(@"^\s*Stage\s+Pakistan\s+China$", ran.Lines[0]);
        Assert.Matches(@"packs\s+0 \+ 0 \+ 1; from 1, 10,000\s+0 \+ 0 \+ 0$", Assert.Single(ran.Lines, line => line.Contains("packs  ", StringComparison.Ordinal)));
        Assert.Contains(ran.Lines, line => line.StartsWith("Pakistan misses mining, refining,", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.Contains("Asia", StringComparison.Ordinal) && line.Contains("none", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_option_reaches_the_server()
    {
        var ran = await shell.RunAsync(
            "hubs", "PK", "germany", "--json", "--type", "operates_in", "--status", "potential", "--min-confidence", "0.25", "--as-of", "2025-03", "--limit", "7");
        Assert.Equal(
            """{"country":["pakistan","germany"],"types":["operates_in"],"status":["potential"],"minConfidence":0.25,"asOf":"2025-03-01","limit":7}""",
            JsonNode.Parse(ran.Out)!["query"]!.ToJsonString());
        Assert.Equal("", ran.Error);
    }

    [Fact]
    public async Task A_route_through_the_country_is_shown_by_its_stops()
    {
        await using var more = await LiveServer.StartAsync();
        using var http = new HttpClient { BaseAddress = more.Address };
        const string Claim = """
            {"claims":[{"type":"exports_to","from":"pakistan","to":"asia","component":"battery","publisher":"Reuters","confidence":0.8}]}
            """;
        using var body = new StringContent(Claim, System.Text.Encoding.UTF8, "application/json");
        (await http.PostAsync(new Uri("/v1/claims", UriKind.Relative), body)).EnsureSuccessStatusCode();
        var route = JsonNode.Parse(await more.GetAsync("/v1/routes?via=pakistan&to=asia&limit=1"))!["routes"]![0]!;
        var row = Assert.Single((await new Shell(more.Address).RunAsync("hubs", "pakistan")).Lines, line => line.Contains("China > Pakistan > Asia", StringComparison.Ordinal));
        Assert.Contains(route["plausibility"]!.GetValue<double>().ToString("0.000", CultureInfo.InvariantCulture), row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_cut_short_is_called_incomplete()
    {
        await using var hasty = await LiveServer.StartAsync(change: services => services.AddSingleton(new Budget(0, TimeSpan.FromSeconds(10))));
        var ran = await new Shell(hasty.Address).RunAsync("hubs", "pakistan");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains("Incomplete: the search for routes ended early (budget: expansions)", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_country_is_refused_with_near_matches()
    {
        var ran = await shell.RunAsync("hubs", "pakistn");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("    pakistan: Pakistan, country", ran.Error, StringComparison.Ordinal);
    }
}
