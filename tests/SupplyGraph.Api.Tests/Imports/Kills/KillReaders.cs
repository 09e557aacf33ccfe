using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>
/// Readers that ask all the while, and accept nothing but good answers which show each load whole or not at all: until the server is killed under them, when
/// they end with their connections.
/// </summary>
internal sealed class KillReaders
{
    private readonly HttpClient client;
    private readonly ExpectedGraph expected;
    private readonly Task[] all;
    private readonly long[] answers = new long[3];
    private readonly HashSet<string> whole;
    private long lastVersion;
    private volatile bool letGo;
    private volatile bool ended;

    /// <param name="whole">The imports whose list was read to its end; takes those that are.</param>
    public KillReaders(HttpClient client, ExpectedGraph expected, HashSet<string> whole)
    {
        (this.client, this.expected, this.whole) = (client, expected, whole);
        Func<Task>[] questions = [CountAsync, ListAsync, AskForRoutesAsync];
        all = [.. questions.Select((question, i) => Task.Run(() => ReadAsync(question, i)))];
    }

    /// <summary>Rounds of answers that every reader has had.</summary>
    public long Answers => answers.Min(count => Interlocked.Read(ref count));

    /// <summary>From here on a connection may break off.</summary>
    public void LetGo() => letGo = true;

    /// <summary>Ends them; throws what a reader should not have seen.</summary>
    public Task EndAsync()
    {
        ended = true;
        return Task.WhenAll(all);
    }

    private async Task ReadAsync(Func<Task> question, int reader)
    {
        while (!ended)
        {
            try
            {
                await question();
                Interlocked.Increment(ref answers[reader]);
            }
            catch (Exception e) when (letGo && e is HttpRequestException or IOException)
            {
                return;
            }
            await Task.Delay(1);
        }
    }

    private async Task CountAsync()
    {
        var seen = GraphCounts.Of(await client.GetJsonAsync("/v1/stats"));
        expected.Check(seen);
        expected.Saw(seen.Version);
        Assert.True(seen.Version >= lastVersion, $"Version {seen.Version} after version {lastVersion}.");
        lastVersion = seen.Version;
    }

    private async Task ListAsync()
    {
        foreach (var load in expected.Loads)
        {
            if (ended || load.Id is not { } id) return;
            if (whole.Contains(id)) Assert.NotEmpty(Items(await PageAsync(client, id, 1, null)));
            else if (await ClaimsOfAsync(client, id) is > 0 and var claims)
            {
                Assert.Equal(load.Claims, claims);
                whole.Add(id);
            }
        }
    }

    private async Task AskForRoutesAsync() =>
        Assert.NotEmpty((await client.GetJsonAsync("/v1/routes?from=china&to=pakistan"))["routes"]!.AsArray());

    /// <summary>Claims that the list of an import's claims has, page after page.</summary>
    private static async Task<int> ClaimsOfAsync(HttpClient client, string import)
    {
        var claims = 0;
        string? next = null;
        do
        {
            var page = await PageAsync(client, import, 1000, next);
            claims += Items(page).Count;
            next = page["next"]?.Text();
        }
        while (next is not null);
        return claims;
    }

    private static JsonArray Items(JsonNode page) => page["items"]!.AsArray();

    private static Task<JsonNode> PageAsync(HttpClient client, string import, int limit, string? cursor) => client.GetJsonAsync(
        $"/v1/claims?import={import}&limit={limit}" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
}
