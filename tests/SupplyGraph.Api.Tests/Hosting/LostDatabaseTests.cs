using System.Net;
using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Hosting;

public sealed class LostDatabaseTests
{
    [Fact]
    public async Task Without_its_database_the_server_starts_says_why_it_is_not_ready_and_recovers_by_itself()
    {
        await using var host = new NetworkedHost();
        Assert.Equal("live", (await host.Client.GetJsonAsync("/health/live"))["status"].Text());
        await AttemptsAsync(host, 2);

        using var asked = await host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.InRange(asked.Headers.RetryAfter?.Delta ?? default, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        var problem = await Json.ReadAsync(asked, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("not_ready", problem["code"].Text());
        Assert.Equal(NetworkedHost.Refused, problem["detail"].Text());

        host.Network.Reach();
        await host.ReadinessAsync(ready: true);
        Assert.Equal("BYD", (await host.Client.GetJsonAsync("/v1/entities/byd"))["entity"]!["name"].Text());
    }

    [Fact]
    public async Task Until_it_is_there_every_question_is_503_and_does_not_tell_where_the_database_is()
    {
        await using var host = new NetworkedHost();
        await AttemptsAsync(host, 1);
        foreach (var path in (string[])["/v1/entities", "/v1/routes?via=pakistan", "/v1/imports", "/v1/export?what=claims", "/v1/stats"])
        {
            using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.NotNull(answer.Headers.RetryAfter);
            var problem = await Json.ReadAsync(answer, HttpStatusCode.ServiceUnavailable);
            Assert.Equal("not_ready", problem["code"].Text());
            Assert.DoesNotContain("graph.internal", problem.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_reason_is_logged_once_however_often_it_is_tried()
    {
        await using var host = new NetworkedHost();
        await AttemptsAsync(host, 3);
        Assert.Single(host.Log.With("cannot be opened yet"));

        host.Network.Lose("The password of user neo4j is wrong.");
        await AttemptsAsync(host, host.Network.Openings + 1);
        host.Network.Reach();
        await host.ReadinessAsync(ready: true);
        Assert.Equal(2, host.Log.With("cannot be opened yet").Count);
    }

    [Fact]
    public async Task A_database_that_goes_away_makes_what_needs_it_503_until_it_is_back()
    {
        await using var host = new NetworkedHost();
        host.Network.Reach();
        await host.ReadinessAsync(ready: true);

        host.Network.Lose(NetworkedHost.Refused);
        using var asked = await host.Client.GetAsync(new Uri("/v1/entities/byd", UriKind.Relative));
        Assert.Equal(TimeSpan.FromSeconds(4), asked.Headers.RetryAfter?.Delta);
        var problem = await Json.ReadAsync(asked, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("store_unavailable", problem["code"].Text());
        Assert.DoesNotContain("graph.internal", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(host.Log.With("GET /v1/entities/byd needs the database: " + NetworkedHost.Refused));

        var unready = JsonNode.Parse(await host.ReadinessAsync(ready: false))!;
        Assert.Equal("store_unavailable", unready["code"].Text());
        Assert.Equal(NetworkedHost.Refused, unready["detail"].Text());
        Assert.Equal("live", (await host.Client.GetJsonAsync("/health/live"))["status"].Text());

        host.Network.Reach();
        await host.ReadinessAsync(ready: true);
        Assert.Equal("BYD", (await host.Client.GetJsonAsync("/v1/entities/byd"))["entity"]!["name"].Text());
        Assert.Single(host.Log.With(") answers again"));
    }

    [Fact]
    public async Task While_it_is_away_what_is_in_memory_is_answered()
    {
        await using var host = new NetworkedHost();
        host.Network.Reach();
        await host.ReadinessAsync(ready: true);

        host.Network.Lose(NetworkedHost.Refused);
        await host.ReadinessAsync(ready: false);
        await host.Client.GetJsonAsync("/v1/schema");
        var unknown = await host.Client.GetJsonAsync("/v1/entities/pakistn", HttpStatusCode.NotFound);
        Assert.Contains("pakistan", unknown["near"].All("id"));
    }

    [Fact]
    public async Task A_database_that_never_answers_makes_the_server_unready_and_no_probe_hang()
    {
        await using var host = new NetworkedHost();
        host.Network.Reach();
        await host.ReadinessAsync(ready: true);

        host.Network.FallSilent();
        Assert.Contains("has not answered", await host.ReadinessAsync(ready: false), StringComparison.Ordinal);
        host.Network.Reach();
        await host.ReadinessAsync(ready: true);
    }

    /// <summary>Waits until the server has tried to open its database so often and knows the outcome.</summary>
    private static async Task AttemptsAsync(NetworkedHost host, int openings)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (host.Network.Openings < openings || host.Log.With("cannot be opened yet").Count == 0) await Task.Delay(20, limit.Token);
    }
}
