using System.Net;
using System.Net.Http.Headers;
using Xunit.Abstractions;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>One graph, and the servers that live and die over it one after the other.</summary>
/// <param name="rows">Of a large load.</param>
/// <param name="again">Whether a load is killed again until it is through, instead of another for each server.</param>
internal sealed partial class KillRound(string name, int rows, bool again, Random random, ITestOutputHelper output) : IDisposable
{
    // Loads beside the large one: enough rows for several batches of the reader.
    private const int FewRows = 1500;

    private static readonly LoadKind[] Beside = [LoadKind.Echo, LoadKind.Partial, LoadKind.Refused];

    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-kills-").FullName;
    private readonly Dictionary<string, string> finished = [];
    private readonly HashSet<string> whole = [];
    private ExpectedGraph? expected;
    private (KillLoad Large, KillLoad Small)? last;
    private int loads;

    /// <summary>Loads that were sent, or begun to be.</summary>
    public int Sent => Expected.Loads.Count;

    private ExpectedGraph Expected => expected!;

    /// <summary>Starts a server that finds everything as the one before must have left it.</summary>
    public async Task<ServerProcess> StartAsync()
    {
        var server = new ServerProcess(folder);
        await server.ReadyAsync();
        var counts = GraphCounts.Of(await server.Client.GetJsonAsync("/v1/stats"));
        expected ??= new ExpectedGraph(counts);
        Expected.Check(counts);
        Assert.True(counts.Version >= Expected.Newest, $"Version {Expected.Newest} was seen before the kill, and now the graph is at {counts.Version}.");
        foreach (var load in Expected.Loads.Where(l => l.Id is not null)) await FindAsync(server.Client, load);
        return server;
    }

    /// <summary>A load with a small one after it; not sent yet.</summary>
    private (KillLoad Large, KillLoad Small) Plan()
    {
        var large = new KillLoad($"{name}l{loads}", LoadKind.Fresh, rows, $"{name}l{loads}");
        var kind = Beside[loads % Beside.Length];
        var small = new KillLoad($"{name}s{loads}", kind, FewRows, kind == LoadKind.Echo ? large.Key : $"{name}s{loads}");
        loads++;
        Expected.Add(large);
        Expected.Add(small);
        last = (large, small);
        return (large, small);
    }

    /// <summary>Sends what no server has acknowledged, in order.</summary>
    public async Task SendAsync(HttpClient client)
    {
        foreach (var load in Expected.Loads.Where(l => l.Id is null)) await SendAsync(client, load, File(load.File()));
    }

    /// <summary>Waits until every load is through, and asserts that all became what they should have.</summary>
    public async Task EndAsync(HttpClient client)
    {
        foreach (var load in Expected.Loads)
        {
            await client.UntilAsync(load.Id!, load.EndState);
            await FindAsync(client, load);
            if (load.Rejected == 0) continue;
            var rejects = await client.GetStringAsync(new Uri($"/v1/imports/{load.Id}/rejects", UriKind.Relative));
            Assert.Equal(1 + load.Rejected, rejects.AsSpan().Count('\n'));
        }
        foreach (var (load, version) in Expected.Landings)
            Assert.Equal(version, (await client.GetJsonAsync($"/v1/imports/{load.Id}"))["version"]!.GetValue<long>());
        var imports = (await client.GetJsonAsync("/v1/imports?limit=1000"))["items"]!.AsArray();
        Assert.Equal(Expected.Loads.Select(l => l.Id), imports.Select(i => i!["id"].Text()).Reverse());
        Assert.Equal(Expected.End, GraphCounts.Of(await client.GetJsonAsync("/v1/stats")));
        await AssertFeedAsync(client);
    }

    /// <summary>Asks the server to stop, and looks at what it leaves.</summary>
    public async Task StopAsync(ServerProcess server)
    {
        Assert.Equal(0, await server.StopAsync());
        Assert.Empty(server.Errors);
        using var left = new KilledFiles(folder);
        left.Check(Expected);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static ByteArrayContent File(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }

    private static async Task SendAsync(HttpClient client, KillLoad load, HttpContent file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ImportCalls.Address("mode=" + load.Mode)) { Content = file };
        request.Headers.Add("Idempotency-Key", load.Key);
        using var response = await client.SendAsync(request);
        // 200 where an earlier server took it in, and was killed before its answer came.
        var answer = await Json.ReadAsync(response, response.StatusCode == HttpStatusCode.OK ? HttpStatusCode.OK : HttpStatusCode.Accepted);
        load.Id = answer["id"].Text();
    }

    // What was acknowledged is there, and what was finished is as it was.
    private async Task FindAsync(HttpClient client, KillLoad load)
    {
        var import = await client.GetJsonAsync($"/v1/imports/{load.Id}");
        if (!Moments.IsFinished(import)) return;
        if (finished.TryGetValue(load.Key, out var before)) Assert.Equal(before, import.ToJsonString());
        finished[load.Key] = import.ToJsonString();
        Assert.Equal(load.EndState, import["state"].Text());
        Assert.Equal([load.Rows, load.Rejected], import["rows"].Numbers("read", "rejected"));
        // Not a second run of what an earlier server had committed: that would have found it all unchanged.
        if (!load.Lands) return;
        Assert.Equal([load.Claims, 0], import["rows"].Numbers("accepted", "unchanged"));
        Assert.Equal(load.Claims, import["created"]!["claims"].Number());
    }

    // Every version is in the feed of changes; none was skipped.
    private async Task AssertFeedAsync(HttpClient client)
    {
        for (var version = 1L; version <= Expected.End.Version; version++)
        {
            var changes = await client.GetJsonAsync($"/v1/changes?since={version - 1}&limit=1");
            Assert.Equal(version, changes["items"]![0]!["version"]!.GetValue<long>());
        }
    }
}
