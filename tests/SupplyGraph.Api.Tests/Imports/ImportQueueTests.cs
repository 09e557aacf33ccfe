using System.Net;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>Imports that wait, run, are cancelled, listed and kept.</summary>
public sealed class ImportQueueTests
{
    private static Task<ApiHost> WaitingAsync(string setting = "Imports:MaxWaiting", string value = "10") => new ApiHost
    {
        Settings = { ["Seed:Folder"] = SmallGraph.Folder, [setting] = value },
        Change = ImportCalls.WithoutWorker,
    }.ReadyAsync();

    private static async Task<string> WhyNoRejectsAsync(HttpClient client, string id) =>
        (await client.GetJsonAsync($"/v1/imports/{id}/rejects", HttpStatusCode.NotFound))["detail"].Text();

    [Fact]
    public async Task A_waiting_import_is_cancelled_at_once_and_only_once()
    {
        await using var host = await WaitingAsync();
        using var client = host.CreateClient();
        var id = await client.SendAsync(ImportCalls.File(ImportCalls.Rows(1)));
        Assert.Equal("queued", await client.StateAsync(id));
        for (var i = 0; i < 2; i++)
        {
            using var cancelled = await client.CancelAsync(id);
            Assert.Equal("cancelled", (await Json.ReadAsync(cancelled, HttpStatusCode.OK))["state"].Text());
        }
        Assert.Contains("cancelled", await WhyNoRejectsAsync(client, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_import_winds_down_when_it_is_cancelled_and_leaves_the_graph_as_it_was()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        var before = (await client.GetJsonAsync("/v1/stats")).ToJsonString();
        var id = await client.SendAsync(ImportCalls.Long());
        await client.UntilAsync(id, import => import["state"].Text() == "running" && import["rows"]!["read"].Number() > 0);
        using var undo = await client.DeleteAsync(new Uri($"/v1/imports/{id}/claims", UriKind.Relative));
        Assert.Equal("import_unfinished", (await Json.ReadAsync(undo, HttpStatusCode.Conflict))["code"].Text());
        Assert.Contains("running", await WhyNoRejectsAsync(client, id), StringComparison.Ordinal);
        using var cancelled = await client.CancelAsync(id);
        Assert.Equal(HttpStatusCode.Accepted, cancelled.StatusCode);
        await client.UntilAsync(id, "cancelled");
        Assert.Equal(before, (await client.GetJsonAsync("/v1/stats")).ToJsonString());
        Assert.Equal("succeeded", (await client.ImportAsync("", ImportCalls.Rows(1)))["state"].Text());
    }

    [Fact]
    public async Task A_finished_import_cannot_be_cancelled()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        var import = await client.ImportAsync("", ImportCalls.Rows(1));
        using var cancelled = await client.CancelAsync(import["id"].Text());
        Assert.Equal("import_finished", (await Json.ReadAsync(cancelled, HttpStatusCode.Conflict))["code"].Text());
    }

    [Fact]
    public async Task Imports_are_listed_newest_first_page_by_page_and_by_state()
    {
        await using var host = await WaitingAsync();
        using var client = host.CreateClient();
        var sent = new List<string>();
        for (var i = 0; i < 5; i++) sent.Insert(0, await client.SendAsync(ImportCalls.File(ImportCalls.Rows(1))));
        Assert.Equal(sent, (await client.GetJsonAsync("/v1/imports"))["items"].All("id"));
        var first = await client.GetJsonAsync("/v1/imports?limit=2");
        var second = await client.GetJsonAsync($"/v1/imports?limit=2&cursor={first["next"].Text()}");
        var third = await client.GetJsonAsync($"/v1/imports?limit=2&cursor={second["next"].Text()}");
        Assert.Null(third["next"]);
        Assert.Equal(sent, first["items"].All("id").Concat(second["items"].All("id")).Concat(third["items"].All("id")));
        using var cancelled = await client.CancelAsync(sent[3]);
        Assert.Equal([sent[3]], (await client.GetJsonAsync("/v1/imports?state=cancelled"))["items"].All("id"));
        Assert.DoesNotContain(sent[3], (await client.GetJsonAsync("/v1/imports?state=queued"))["items"].All("id"));
        Assert.Equal(["state"], (await client.GetJsonAsync("/v1/imports?state=lost", HttpStatusCode.BadRequest)).Fields());
    }

    [Fact]
    public async Task Imports_run_in_the_order_in_which_they_came()
    {
        using var folders = new ImportFolders();
        var sent = new List<string>();
        await using (var host = await folders.StartAsync(runs: false))
        {
            using var client = host.CreateClient();
            for (var i = 0; i < 4; i++) sent.Add(await client.SendAsync(ImportCalls.File(ImportCalls.Rows(1, $"File {i} "))));
        }
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            await client.UntilAsync(sent[^1], "succeeded");
            var versions = new List<int>();
            foreach (var id in sent) versions.Add((await client.GetJsonAsync($"/v1/imports/{id}"))["version"].Number());
            Assert.Equal([2, 3, 4, 5], versions);
        }
    }

    [Fact]
    public async Task When_too_many_wait_the_next_one_is_429_and_told_when_to_try_again()
    {
        await using var host = await WaitingAsync(value: "1");
        using var client = host.CreateClient();
        using var known = await client.SendWithKeyAsync("known", ImportCalls.Rows(1), "");
        using var file = ImportCalls.File(ImportCalls.Rows(1));
        using var response = await client.PostAsync(ImportCalls.Address(""), file);
        Assert.Equal("too_many_requests", (await Json.ReadAsync(response, HttpStatusCode.TooManyRequests))["code"].Text());
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        using var again = await client.SendWithKeyAsync("known", ImportCalls.Rows(1), "");
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        using var cancelled = await client.CancelAsync((await Json.ReadAsync(known, HttpStatusCode.Accepted))["id"].Text());
        await client.SendAsync(ImportCalls.File(ImportCalls.Rows(1)));
    }

    [Theory]
    [InlineData("Imports:MaxWait", "00:00:00.01")]
    [InlineData("Imports:MaxWaitedBytes", "10")]
    public async Task Nobody_waits_for_long(string setting, string value)
    {
        await using var host = await WaitingAsync(setting, value);
        using var client = host.CreateClient();
        using var file = ImportCalls.File(ImportCalls.Rows(1));
        using var response = await client.PostAsync(ImportCalls.Address("wait=true"), file);
        Assert.Equal("queued", (await Json.ReadAsync(response, HttpStatusCode.Accepted))["state"].Text());
    }

    [Fact]
    public async Task Of_finished_imports_the_newest_are_kept()
    {
        await using var host = await new ApiHost { Settings = { ["Seed:Folder"] = SmallGraph.Folder, ["Imports:MaxKept"] = "2" } }.ReadyAsync();
        using var client = host.CreateClient();
        var sent = new List<string>();
        for (var i = 0; i < 3; i++) sent.Insert(0, (await client.ImportAsync("", ImportCalls.Rows(1, $"File {i} ")))["id"].Text());
        await ImportCalls.UntilAsync(async () => (await client.GetJsonAsync("/v1/imports"))["items"]!.AsArray().Count == 2);
        Assert.Equal(sent[..2], (await client.GetJsonAsync("/v1/imports"))["items"].All("id"));
        await client.GetJsonAsync($"/v1/imports/{sent[2]}", HttpStatusCode.NotFound);
        // The graph still knows what it brought.
        Assert.Single((await client.GetJsonAsync($"/v1/claims?import={sent[2]}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Answers_about_imports_are_never_held_by_caches()
    {
        await using var host = await WaitingAsync();
        using var client = host.CreateClient();
        var id = await client.SendAsync(ImportCalls.File(ImportCalls.Rows(1)));
        using var graph = await client.GetAsync(new Uri("/v1/stats", UriKind.Relative));
        foreach (var address in (string[])["/v1/imports", $"/v1/imports/{id}"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(graph.Headers.ETag!);
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Null(response.Headers.ETag);
            Assert.True(response.Headers.CacheControl?.NoStore);
        }
    }
}
