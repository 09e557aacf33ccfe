using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace SupplyGraph.Api.Tests;

public sealed class HostingTests
{
    [Fact]
    public async Task A_restart_keeps_the_graph_and_does_not_seed_again()
    {
        var folder = Directory.CreateTempSubdirectory("supplygraph-restart-").FullName;
        var path = Path.Combine(folder, "kept.db");
        await using (var first = await new ApiHost { Settings = { ["Embedded:Path"] = path, ["Seed:Folder"] = SmallGraph.Folder } }.ReadyAsync())
        {
            using var client = first.CreateClient();
            using var removed = await client.DeleteAsync(new Uri("/v1/entities/idle", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        }
        await using (var second = await new ApiHost { Settings = { ["Embedded:Path"] = path, ["Seed:Folder"] = SmallGraph.Folder } }.ReadyAsync())
        {
            using var client = second.CreateClient();
            Assert.Equal(2, (await client.GetJsonAsync("/v1/stats"))["version"].Number());
            await client.GetJsonAsync("/v1/entities/idle", HttpStatusCode.NotFound);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Without_seeding_the_graph_starts_empty()
    {
        await using var host = await new ApiHost { Settings = { ["Seed:Enabled"] = "false" } }.ReadyAsync();
        using var client = host.CreateClient();
        Assert.Equal(0, (await client.GetJsonAsync("/v1/stats"))["entities"].Number());
    }

    [Fact]
    public async Task Until_the_graph_is_open_the_server_is_live_but_not_ready()
    {
        // Without the service that opens the store it stays as it is in the first moment of every start.
        await using var host = new ApiHost { Change = services => services.RemoveAll<IHostedService>() };
        using var client = host.CreateClient();
        Assert.Equal("live", (await client.GetJsonAsync("/health/live"))["status"].Text());
        await client.GetJsonAsync("/health/ready", HttpStatusCode.ServiceUnavailable);
        using var asked = await client.GetAsync(new Uri("/v1/entities", UriKind.Relative));
        Assert.Equal(TimeSpan.FromSeconds(1), asked.Headers.RetryAfter?.Delta);
        Assert.Equal("not_ready", (await Json.ReadAsync(asked, HttpStatusCode.ServiceUnavailable))["code"].Text());
    }

    [Fact]
    public async Task Too_many_requests_are_429_and_told_when_to_try_again()
    {
        await using var host = await new ApiHost { Settings = { ["Seed:Folder"] = SmallGraph.Folder, ["RateLimit:RequestsPerMinute"] = "2" } }.ReadyAsync();
        using var client = host.CreateClient();
        await client.GetJsonAsync("/v1/stats");
        await client.GetJsonAsync("/v1/stats");
        using var third = await client.GetAsync(new Uri("/v1/stats", UriKind.Relative));
        Assert.InRange(third.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal("too_many_requests", (await Json.ReadAsync(third, HttpStatusCode.TooManyRequests))["code"].Text());
    }

    [Fact]
    public async Task A_failure_of_the_server_tells_nothing_of_its_inside()
    {
        await using var host = new ApiHost { Change = services => services.AddSingleton<IStartupFilter, FailingPath>() };
        using var client = host.CreateClient();
        var problem = await client.GetJsonAsync(FailingPath.Path, HttpStatusCode.InternalServerError);
        Assert.Equal("internal_error", problem["code"].Text());
        Assert.DoesNotContain(FailingPath.Secret, problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_are_compressed_for_those_who_ask(string encoding)
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await client.GetAsync(new Uri("/v1/schema", UriKind.Relative));
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
    }

    private sealed class FailingPath : IStartupFilter
    {
        public const string Path = "/fails", Secret = "the cellar key";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Map(Path, failing => failing.Run(_ => throw new InvalidOperationException(Secret)));
        };
    }
}
