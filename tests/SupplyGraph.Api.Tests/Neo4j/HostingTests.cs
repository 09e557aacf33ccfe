using System.Net;
using System.Text.Json.Nodes;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>The server over a real Neo4j that is absent, refuses it, goes away or falls silent.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class HostingTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-neo4j-hosting-").FullName;
    private readonly HostingRelay network = HostingRelay.To(Neo4jServer.Uri);

    public Task InitializeAsync() => Neo4jServer.Missing is null ? Neo4jServer.EmptyAsync() : Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await network.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Neo4jFact]
    public async Task The_server_starts_without_Neo4j_says_where_it_looked_and_recovers_by_itself()
    {
        await using var host = Host();
        using var client = host.CreateClient();
        Assert.Equal("live", (await client.GetJsonAsync("/health/live"))["status"].Text());
        Assert.Contains(network.Uri.Authority, (await ReasonAsync(client, network.Uri.Authority))["detail"].Text(), StringComparison.Ordinal);
        Assert.Equal("not_ready", (await client.GetJsonAsync("/v1/entities", HttpStatusCode.ServiceUnavailable))["code"].Text());

        network.Mend();
        await host.ReadyAsync();
        Assert.Equal("BYD", (await client.GetJsonAsync("/v1/entities/byd"))["entity"]!["name"].Text());
    }

    [Neo4jFact]
    public async Task A_wrong_password_is_told_without_repeating_it()
    {
        network.Mend();
        await using var host = Host(("Neo4j:Password", "the-cellar-key"));
        using var client = host.CreateClient();
        var problem = await ReasonAsync(client, "'neo4j'", "user neo4j", "user 'neo4j'");
        Assert.Equal("not_ready", problem["code"].Text());
        Assert.DoesNotContain("the-cellar-key", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Neo4jFact]
    public async Task Neo4j_going_away_makes_what_needs_it_503_until_it_is_back()
    {
        network.Mend();
        await using var host = await Host().ReadyAsync();
        using var client = host.CreateClient();

        network.Cut();
        using var asked = await client.GetAsync(new Uri("/v1/relationships", UriKind.Relative));
        Assert.NotNull(asked.Headers.RetryAfter);
        Assert.Equal("store_unavailable", (await Json.ReadAsync(asked, HttpStatusCode.ServiceUnavailable))["code"].Text());
        await UntilAsync(client, HttpStatusCode.ServiceUnavailable);

        network.Mend();
        await UntilAsync(client, HttpStatusCode.OK);
        Assert.NotEmpty((await client.GetJsonAsync("/v1/relationships"))["items"]!.AsArray());
    }

    [Neo4jFact]
    public async Task A_Neo4j_that_falls_silent_costs_a_request_its_timeout_and_no_more()
    {
        network.Mend();
        await using var host = await Host(("Neo4j:StatementTimeout", "5s")).ReadyAsync();
        using var client = host.CreateClient();

        network.Silence();
        using var asked = await client.GetAsync(new Uri("/v1/relationships", UriKind.Relative));
        Assert.NotNull(asked.Headers.RetryAfter);
        Assert.Equal("store_unavailable", (await Json.ReadAsync(asked, HttpStatusCode.ServiceUnavailable))["code"].Text());

        network.Mend();
        await UntilAsync(client, HttpStatusCode.OK);
        await client.GetJsonAsync("/v1/relationships");
    }

    [Neo4jFact]
    public async Task Two_servers_that_start_on_one_empty_database_seed_it_once()
    {
        network.Mend();
        await using var first = Host();
        await using var second = Host();
        await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync());
        foreach (var host in (ApiHost[])[first, second])
        {
            using var client = host.CreateClient();
            var counts = await client.GetJsonAsync("/v1/stats");
            Assert.Equal([1, 9], counts.Numbers("version", "claims"));
        }
    }

    private ApiHost Host(params (string Key, string Value)[] settings)
    {
        var host = new ApiHost
        {
            Settings =
            {
                ["Store"] = "Neo4j",
                ["Neo4j:Uri"] = network.Uri.ToString(),
                ["Neo4j:User"] = Neo4jServer.User,
                ["Neo4j:Password"] = Neo4jServer.Password,
                ["Neo4j:CopyFolder"] = "none",
                ["Imports:Path"] = Path.Combine(folder, Guid.NewGuid().ToString("N")),
                ["Seed:Folder"] = SmallGraph.Folder,
            },
        };
        foreach (var (key, value) in settings) host.Settings[key] = value;
        return host;
    }

    /// <summary>Waits until readiness gives a reason with one of these texts in it.</summary>
    private static async Task<JsonNode> ReasonAsync(HttpClient client, params string[] texts)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var problem = await client.GetJsonAsync("/health/ready", HttpStatusCode.ServiceUnavailable);
            if (texts.Any(text => problem["detail"].Text().Contains(text, StringComparison.Ordinal))) return problem;
            await Task.Delay(20, limit.Token);
        }
    }

    private static async Task UntilAsync(HttpClient client, HttpStatusCode status)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
            if (answer.StatusCode == status) return;
            await Task.Delay(20, limit.Token);
        }
    }
}
