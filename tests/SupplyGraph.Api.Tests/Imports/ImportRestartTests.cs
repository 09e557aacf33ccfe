using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>Servers that go down and come up again over the same folder.</summary>
public sealed class ImportRestartTests
{
    [Fact]
    public async Task A_waiting_import_is_run_by_the_next_server()
    {
        using var folders = new ImportFolders();
        string id;
        await using (var host = await folders.StartAsync(runs: false))
        {
            using var client = host.CreateClient();
            id = await client.SendAsync(ImportCalls.File(ImportCalls.Rows(2)), "mode=partial");
        }
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            await client.UntilAsync(id, "succeeded");
            var import = await client.GetJsonAsync($"/v1/imports/{id}");
            Assert.Equal([2, 2], import["rows"].Numbers("read", "accepted"));
            Assert.Equal("partial", import["mode"].Text());
            Assert.False(File.Exists(Path.Combine(folders.Of(id), "body")));
        }
    }

    [Fact]
    public async Task A_server_that_stops_leaves_the_running_import_queued()
    {
        using var folders = new ImportFolders();
        string id;
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            id = await client.SendAsync(ImportCalls.Long());
            await client.UntilAsync(id, "running");
        }
        await using (var host = await folders.StartAsync(runs: false))
        {
            using var client = host.CreateClient();
            var import = await client.GetJsonAsync($"/v1/imports/{id}");
            Assert.Equal("queued", import["state"].Text());
            Assert.Null(import["startedAt"]);
            Assert.Equal(1, (await client.GetJsonAsync("/v1/stats"))["version"].Number());
        }
    }

    [Fact]
    public async Task A_server_that_stops_keeps_nobody_waiting()
    {
        await using var host = await ApiHost.SmallAsync();
        using var client = host.CreateClient();
        using var file = ImportCalls.Long();
        var waiting = client.PostAsync(ImportCalls.Address("wait=true"), file);
        await ImportCalls.UntilAsync(async () => (await client.GetJsonAsync("/v1/imports?state=running"))["items"]!.AsArray().Count == 1);
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        using var answer = await waiting;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task An_import_that_had_committed_when_its_server_was_killed_has_succeeded()
    {
        using var folders = new ImportFolders();
        string before;
        string id;
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            var import = await client.ImportAsync("mode=partial", ImportCalls.Rows(2) + ImportCalls.Row("Bad", "85"));
            id = import["id"].Text();
            before = Lasting(import);
        }
        folders.LeaveRunning(id);
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            var import = await client.GetJsonAsync($"/v1/imports/{id}");
            Assert.Equal("succeeded", import["state"].Text());
            Assert.Equal(before, Lasting(import));
            Assert.Contains("Bad", await client.GetStringAsync(new Uri($"/v1/imports/{id}/rejects", UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_import_whose_file_is_lost_has_failed_and_says_so()
    {
        using var folders = new ImportFolders();
        string id;
        await using (var host = await folders.StartAsync(runs: false))
        {
            using var client = host.CreateClient();
            id = await client.SendAsync(ImportCalls.File(ImportCalls.Rows(2)));
        }
        File.Delete(Path.Combine(folders.Of(id), "body"));
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            await client.UntilAsync(id, "failed");
            var failure = (await client.GetJsonAsync($"/v1/imports/{id}"))["failure"].Text();
            Assert.DoesNotContain(folders.Of(id), failure, StringComparison.Ordinal);
            Assert.NotEmpty(failure);
        }
    }

    [Fact]
    public async Task What_was_never_acknowledged_is_gone_after_a_restart()
    {
        using var folders = new ImportFolders();
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            await client.ImportAsync("", ImportCalls.Rows(1));
        }
        var arriving = Directory.CreateDirectory(folders.Of("20200101-000000-000000")).FullName;
        await File.WriteAllTextAsync(Path.Combine(arriving, "body"), "type,fr");
        var torn = Directory.CreateDirectory(folders.Of("20200101-000000-000001")).FullName;
        await File.WriteAllTextAsync(Path.Combine(torn, "import.json"), "{ \"id\": \"2020");
        await using (var host = await folders.StartAsync())
        {
            using var client = host.CreateClient();
            Assert.Single((await client.GetJsonAsync("/v1/imports"))["items"]!.AsArray());
            Assert.Single(folders.All);
        }
    }

    private static string Lasting(System.Text.Json.Nodes.JsonNode import)
    {
        var lasting = import.DeepClone().AsObject();
        foreach (var own in (string[])["finishedAt", "rowsPerSecond"]) lasting.Remove(own);
        return lasting.ToJsonString();
    }
}
