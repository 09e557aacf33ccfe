using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>Several hundred questions over the seed graph, asked of the embedded store and of Neo4j: whole answers are compared.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class SameAnswersTests(SameAnswersFixture hosts) : IClassFixture<SameAnswersFixture>
{
    [Neo4jTheory]
    [InlineData("routes")]
    [InlineData("tiers and chokepoints")]
    [InlineData("counts")]
    [InlineData("entities")]
    [InlineData("relationships")]
    [InlineData("claims")]
    [InlineData("sources")]
    [InlineData("changes")]
    [InlineData("export")]
    public async Task Neo4j_answers_as_the_embedded_store_does(string about)
    {
        var different = new List<string>();
        var questions = await SeedQuestions.AboutAsync(about, hosts.Embedded);
        Assert.True(questions.Count >= SeedQuestions.Least[about], $"only {questions.Count} questions about {about}");
        foreach (var question in questions)
        {
            var expected = await AskAsync(hosts.Embedded, question);
            if (await AskAsync(hosts.Neo4j, question) is var answer && answer != expected) different.Add($"{question}\n{Difference(expected, answer)}");
        }
        Assert.True(different.Count == 0, $"{different.Count} of {questions.Count}:\n{string.Join("\n\n", different.Take(5))}");
    }

    [Neo4jFact]
    public async Task A_graph_larger_than_memory_may_hold_answers_for_routes_as_a_whole_one_does() => await AssertSameOfPartAsync("routes");

    [Neo4jFact]
    public async Task A_graph_larger_than_memory_may_hold_answers_for_what_rests_on_routes_as_a_whole_one_does() =>
        await AssertSameOfPartAsync("tiers and chokepoints");

    private async Task AssertSameOfPartAsync(string about)
    {
        var different = new List<string>();
        foreach (var question in await SeedQuestions.AboutAsync(about, hosts.Embedded))
        {
            // How much was looked at is less where less was read.
            var expected = await AskAsync(hosts.Embedded, question, "expanded");
            if (await AskAsync(hosts.Skeleton, question, "expanded") is var answer && answer != expected)
                different.Add($"{question}\n{Difference(expected, answer)}");
        }
        Assert.True(different.Count == 0, $"{different.Count}:\n{string.Join("\n\n", different.Take(5))}");
    }

    [Neo4jFact]
    public async Task A_graph_larger_than_memory_may_hold_tells_of_entities_and_relationships_what_a_whole_one_does()
    {
        foreach (var about in new[] { "entities", "relationships" })
        {
            foreach (var question in await SeedQuestions.AboutAsync(about, hosts.Embedded))
                Assert.Equal(await AskAsync(hosts.Embedded, question), await AskAsync(hosts.Skeleton, question));
        }
    }

    /// <summary>The whole answer but for when things happened, and what is named.</summary>
    private static async Task<string> AskAsync(HttpClient client, string question, params string[] without)
    {
        using var response = await client.GetAsync(new Uri(question, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/problem+json")) return $"{response.StatusCode} {body}";
        var answer = JsonNode.Parse(body)!;
        Strip(answer, [.. without, "at", "changedAt", "traceId"]);
        return $"{response.StatusCode} {answer.ToJsonString()}";
    }

    private static void Strip(JsonNode? node, string[] names)
    {
        if (node is JsonArray items)
            foreach (var item in items) Strip(item, names);
        if (node is not JsonObject members) return;
        foreach (var name in names) members.Remove(name);
        foreach (var (_, member) in members) Strip(member, names);
    }

    private static string Difference(string expected, string answer)
    {
        var at = expected.Zip(answer).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, at - 100);
        return $"expected …{Part(expected)}\nanswered …{Part(answer)}";

        string Part(string text) => text[from..Math.Min(text.Length, at + 200)];
    }
}

/// <summary>The seed graph three times: in the embedded store, in Neo4j held whole, and in the same Neo4j read part by part.</summary>
public sealed class SameAnswersFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-same-").FullName;
    private readonly List<ApiHost> hosts = [];

    public HttpClient Embedded { get; private set; } = null!;

    public HttpClient Neo4j { get; private set; } = null!;

    public HttpClient Skeleton { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Neo4jServer.Missing is not null) return;
        await Neo4jServer.EmptyAsync();
        Embedded = await OpenAsync(new ApiHost());
        Neo4j = await OpenAsync(OnNeo4j());
        Skeleton = await OpenAsync(OnNeo4j(("Neo4j:MaxProjectedRelationships", "0")));
    }

    public async Task DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<HttpClient> OpenAsync(ApiHost host)
    {
        hosts.Add(host);
        return (await host.ReadyAsync()).CreateClient();
    }

    private ApiHost OnNeo4j(params (string Key, string Value)[] further)
    {
        var host = new ApiHost
        {
            // A server shared with other tests may be slow; what is compared is the exact answer.
            Change = services => services.AddSingleton(Budget.Default with { Time = TimeSpan.FromMinutes(2) }),
            Settings =
            {
                ["Store"] = "Neo4j",
                ["Neo4j:Uri"] = Neo4jServer.Uri.ToString(),
                ["Neo4j:User"] = Neo4jServer.User,
                ["Neo4j:Password"] = Neo4jServer.Password,
                ["Neo4j:CopyFolder"] = Path.Combine(folder, "copies"),
                ["Imports:Path"] = Path.Combine(folder, $"imports-{hosts.Count}"),
            },
        };
        foreach (var (key, value) in further) host.Settings[key] = value;
        return host;
    }
}
