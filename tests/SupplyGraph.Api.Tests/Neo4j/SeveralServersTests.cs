using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SupplyGraph.Api.Tests.Imports;
using SupplyGraph.Api.Tests.Imports.Kills;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>Several server processes on one Neo4j.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class SeveralServersTests : IAsyncLifetime
{
    private const int Commits = 100, ClaimsOfCommit = 50;

    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-servers-").FullName;

    public Task InitializeAsync() => Neo4jServer.Missing is null ? Neo4jServer.EmptyAsync() : Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Neo4jFact]
    public async Task Two_servers_that_write_at_once_lose_nothing_and_a_third_sees_every_commit_whole()
    {
        using ServerProcess first = Start("a"), second = Start("b"), third = Start("c");
        await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync(), third.ReadyAsync());
        await PutCompaniesAsync(first.Client);
        var start = await VersionAsync(first.Client);
        // A claim names companies: each server must have heard of them.
        foreach (var server in new[] { second, third }) await ImportCalls.UntilAsync(async () => await VersionAsync(server.Client) >= start);

        using var ending = new CancellationTokenSource();
        var reading = ReadAsync(third.Client, ending.Token);
        var versions = await Task.WhenAll(WriteAsync(first, "a"), WriteAsync(second, "b"));
        await ending.CancelAsync();
        await reading;

        var made = versions.SelectMany(v => v).Order().ToList();
        Assert.Equal(Enumerable.Range(1, 2 * Commits).Select(i => start + i), made);
        foreach (var server in new[] { first, second, third })
        {
            await ImportCalls.UntilAsync(async () => await VersionAsync(server.Client) == made[^1]);
            Assert.Equal(2 * Commits * ClaimsOfCommit, await ClaimsOfWritersAsync(server.Client));
            Assert.Empty(server.Errors);
        }
    }

    [Neo4jFact]
    public async Task A_write_through_one_server_is_soon_in_the_answers_of_the_others_deletions_included()
    {
        using ServerProcess first = Start("a"), second = Start("b");
        await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync());
        await PutCompaniesAsync(first.Client);
        await ImportCalls.UntilAsync(async () => await VersionAsync(second.Client) == await VersionAsync(first.Client));
        var posted = await Json.ReadAsync(await first.Client.SendAsync(HttpMethod.Post, "/v1/claims", Body("a", 0)), HttpStatusCode.Created);
        await ImportCalls.UntilAsync(async () => await CountAsync(second.Client, "maker-a-0") == ClaimsOfCommit);
        var claim = posted["claims"]![0]!["id"]!.GetValue<string>();
        using (var deleted = await first.Client.DeleteAsync(new Uri($"/v1/claims/{claim}", UriKind.Relative))) deleted.EnsureSuccessStatusCode();
        await ImportCalls.UntilAsync(async () => await CountAsync(second.Client, "maker-a-0") == ClaimsOfCommit - 1);
        var told = await ChangesAsync(first.Client);
        await ImportCalls.UntilAsync(async () => await ChangesAsync(second.Client) == told);
    }

    private ServerProcess Start(string name)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        return new ServerProcess(
            own, "--Store=Neo4j", $"--Neo4j:Uri={Neo4jServer.Uri}", $"--Neo4j:User={Neo4jServer.User}", $"--Neo4j:Password={Neo4jServer.Password}",
            "--Neo4j:RefreshInterval=00:00:00.5", $"--Imports:Path={Path.Combine(own, "imports")}", $"--Neo4j:CopyFolder={Path.Combine(own, "copy")}");
    }

    private static async Task PutCompaniesAsync(HttpClient client)
    {
        var rows = new List<string> { "kind,name" };
        foreach (var writer in new[] { "a", "b" }) rows.AddRange(Enumerable.Range(0, Commits).Select(i => $"company,Maker {writer} {i}"));
        rows.AddRange(Enumerable.Range(0, ClaimsOfCommit).Select(i => $"company,Buyer {i}"));
        var report = await client.ImportAsync("what=entities", string.Join('\n', rows));
        Assert.Equal("succeeded", report["state"].Text());
    }

    private static string Body(string writer, int commit) => new JsonObject
    {
        ["claims"] = new JsonArray(
        [
        .. Enumerable.Range(0, ClaimsOfCommit).Select(buyer => new JsonObject
        {
            ["type"] = "supplies",
            ["from"] = string.Create(CultureInfo.InvariantCulture, $"maker-{writer}-{commit}"),
            ["to"] = string.Create(CultureInfo.InvariantCulture, $"buyer-{buyer}"),
            ["component"] = "cell",
            ["publisher"] = $"Press {writer}",
        }),
        ]),
    }.ToJsonString();

    /// <summary>Commits one after the other and looks at each through the same server; the versions that it made.</summary>
    private static async Task<List<long>> WriteAsync(ServerProcess server, string writer)
    {
        var (client, versions) = (server.Client, new List<long>());
        for (var commit = 0; commit < Commits; commit++)
        {
            var response = await client.SendAsync(HttpMethod.Post, "/v1/claims", Body(writer, commit));
            Assert.True(response.IsSuccessStatusCode, $"{await response.Content.ReadAsStringAsync()}\n{string.Join('\n', server.Errors)}");
            var answer = await Json.ReadAsync(response, HttpStatusCode.Created);
            versions.Add(answer["version"]!.GetValue<long>());
            Assert.Equal(ClaimsOfCommit, await CountAsync(client, $"maker-{writer}-{commit}"));
        }
        Assert.Equal(versions.Order(), versions);
        return versions;
    }

    /// <summary>Reads until told to end; every commit must be seen whole or not at all, and no version before one that was seen.</summary>
    private static async Task ReadAsync(HttpClient client, CancellationToken ending)
    {
        var (last, whole) = (0L, 0);
        while (!ending.IsCancellationRequested)
        {
            var maker = $"maker-{(Random.Shared.Next(2) == 0 ? "a" : "b")}-{Random.Shared.Next(Commits)}";
            var listed = await client.GetJsonAsync($"/v1/relationships?from={maker}&limit=200");
            Assert.Contains(listed["items"]!.AsArray().Count, new[] { 0, ClaimsOfCommit });
            var entity = await client.GetJsonAsync($"/v1/entities/{maker}");
            var counted = entity["relationships"]!.AsArray().Sum(r => r!["count"]!.GetValue<int>());
            Assert.Contains(counted, new[] { 0, ClaimsOfCommit });
            if (counted > 0) whole++;
            var version = entity["version"]!.GetValue<long>();
            Assert.True(version >= last, $"version {version} after {last}");
            last = version;
        }
        Assert.True(whole > 0, "The reader saw no commit.");
    }

    private static async Task<long> VersionAsync(HttpClient client) => (await client.GetJsonAsync("/v1/stats"))["version"]!.GetValue<long>();

    private static async Task<int> CountAsync(HttpClient client, string maker) =>
        (await client.GetJsonAsync($"/v1/relationships?from={maker}&limit=200"))["items"]!.AsArray().Count;

    private static async Task<int> ClaimsOfWritersAsync(HttpClient client)
    {
        var count = 0;
        foreach (var writer in new[] { "a", "b" })
        {
            var sources = await client.GetJsonAsync($"/v1/sources?publisher=Press+{writer}");
            count += sources["items"]!.AsArray().Sum(s => s!["claims"]!.GetValue<int>());
        }
        return count;
    }

    private static async Task<string> ChangesAsync(HttpClient client) => (await client.GetJsonAsync("/v1/changes?since=0&limit=1000"))["items"]!.ToJsonString();
}
