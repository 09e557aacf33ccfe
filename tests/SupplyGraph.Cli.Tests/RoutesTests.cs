using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Cli.Tests;

public sealed class RoutesTests(LiveServer server) : IClassFixture<LiveServer>
{
    private readonly Shell shell = new(server.Address);

    [Fact]
    public async Task A_route_is_a_row_with_its_plausibility_status_stops_and_explanation()
    {
        var ran = await shell.RunAsync("routes", "--from", "china", "--to", "pakistan", "--component", "battery");
        Assert.Equal(ExitCode.Done, ran.Code);
        var route = JsonNode.Parse(await server.GetAsync("/v1/routes?from=china&to=pakistan&component=battery"))!["routes"]![0]!;
        var row = ran.Lines.First(line => line.Contains("China > Pakistan", StringComparison.Ordinal));
        Assert.Contains(route["status"]!.GetValue<string>(), row, StringComparison.Ordinal);
        Assert.Contains(route["plausibility"]!.GetValue<double>().ToString("0.000", CultureInfo.InvariantCulture), row, StringComparison.Ordinal);
        Assert.Contains(route["explanation"]!.GetValue<string>(), row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_narrow_terminal_nothing_of_a_route_is_lost()
    {
        var ran = await new Shell(server.Address) { IsTerminal = true, Width = 60, Variables = { ["NO_COLOR"] = "1" } }
            .RunAsync("routes", "--from", "china", "--to", "pakistan", "--component", "battery", "--limit", "1");
        Assert.All(ran.Lines, line => Assert.True(line.Length <= 60 || line.Contains('─', StringComparison.Ordinal), line));
        Assert.Contains("China > Pakistan", ran.Out, StringComparison.Ordinal);
        Assert.Contains("China exports Battery", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_reaches_the_server()
    {
        var ran = await shell.RunAsync(
            "routes", "--json", "--from", "china", "--from", "germany", "--to", "pakistan", "--via", "byd", "--via", "gotion", "--avoid", "idle", "--component",
            "cell", "--type", "supplies", "--type", "operates_in", "--status", "announced", "--status", "established", "--min-confidence", "0.25", "--as-of",
            "2025-03", "--max-hops", "4", "--limit", "7", "--distinct", "endpoints", "--exact");
        Assert.Equal(ExitCode.Done, ran.Code);
        var query = JsonNode.Parse(ran.Out)!["query"]!;
        var expected = JsonNode.Parse("""
            { "from": ["china", "germany"], "to": ["pakistan"], "via": ["byd", "gotion"], "avoid": ["idle"], "component": "cell",
              "types": ["supplies", "operates_in"], "status": ["established", "announced"], "minConfidence": 0.25, "asOf": "2025-03-01", "maxHops": 4,
              "limit": 7, "distinct": "endpoints", "exact": true }
            """)!.AsObject();
        Assert.All(expected, parameter => Assert.Equal(parameter.Value!.ToJsonString(), query[parameter.Key]!.ToJsonString()));
    }

    [Fact]
    public async Task Components_can_be_ignored()
    {
        var ran = await shell.RunAsync("routes", "--json", "--via", "pakistan", "--components", "ignore");
        Assert.Equal("ignore", JsonNode.Parse(ran.Out)!["query"]!["components"]!.GetValue<string>());
    }

    [Fact]
    public async Task No_route_is_said_plainly_with_what_stands_in_the_way()
    {
        var ran = await shell.RunAsync("routes", "--from", "germany", "--to", "pakistan");
        Assert.Equal(ExitCode.Done, ran.Code);
        var obstacle = JsonNode.Parse(await server.GetAsync("/v1/routes?from=germany&to=pakistan"))!["obstacle"]!["message"]!.GetValue<string>();
        Assert.Equal($"There is no such route. {obstacle}\n", ran.Out);
    }

    [Fact]
    public async Task An_answer_cut_short_is_called_incomplete()
    {
        await using var hasty = await LiveServer.StartAsync(change: services => services.AddSingleton(new Budget(1, TimeSpan.FromSeconds(10))));
        var ran = await new Shell(hasty.Address).RunAsync("routes", "--from", "gotion", "--to", "pakistan");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains("Incomplete: the search ended early (budget: expansions)", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_names_every_bad_field_with_near_matches_and_ends_in_2()
    {
        var ran = await shell.RunAsync("routes", "--via", "pakistn", "--limit", "1000");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Equal("", ran.Out);
        Assert.Contains("2 fields are invalid", ran.Error, StringComparison.Ordinal);
        Assert.Contains("  via: No entity is named 'pakistn'.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("    pakistan: Pakistan, country", ran.Error, StringComparison.Ordinal);
        Assert.Contains("  limit: 1000 is outside 1 to 100.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_answer_of_the_server_and_nothing_else()
    {
        var ran = await shell.RunAsync("routes", "--via", "pakistan", "--json");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal(await server.GetAsync("/v1/routes?via=pakistan") + "\n", ran.Out);
        Assert.Equal("", ran.Error);
    }

    [Fact]
    public async Task Json_of_a_problem_is_the_problem_and_the_words_go_to_standard_error()
    {
        var ran = await shell.RunAsync("routes", "--json");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Equal("invalid_request", JsonNode.Parse(ran.Out)!["code"]!.GetValue<string>());
        Assert.Contains("via=pakistan", ran.Error, StringComparison.Ordinal);
    }
}
