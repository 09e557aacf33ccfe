using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Storage.Tests.Neo4j;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>The seed graph in a Neo4j of which nothing but the skeleton is held in memory, beside the same graph held whole.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class FrontierServerTests(FrontierSeed seed) : IClassFixture<FrontierSeed>, IAsyncLifetime
{
    // The same questions of an extent in memory are asked by the hundred: here each waits for a database.
    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("SUPPLYGRAPH_FRONTIER_QUESTIONS"), out var count) ? count : 50;

    private static readonly string[] Scans =
    [
        "AllNodesScan", "NodeByLabelScan", "DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan", "DirectedAllRelationshipsScan",
        "CartesianProduct",
    ];

    private RecordingTransport transport = null!;
    private Neo4jGraphStore store = null!;

    public async Task InitializeAsync()
    {
        if (Neo4jServer.Missing is not null) return;
        await Neo4jServer.EmptyAsync();
        var options = new Neo4jStoreOptions
        {
            Uri = Neo4jServer.Uri,
            User = Neo4jServer.User,
            Password = Neo4jServer.Password,
            MaxProjectedRelationships = 0,
        };
        await using (var loading = new Neo4jGraphStore(options))
        {
            await loading.OpenAsync(CancellationToken.None);
            await SeedGraph.LoadAsync(loading, FrontierSeed.Folder, CancellationToken.None);
        }
        (store, transport) = await OpenAsync(options);
    }

    private static async Task<(Neo4jGraphStore, RecordingTransport)> OpenAsync(Neo4jStoreOptions options)
    {
        var recording = new RecordingTransport(CypherTransport.Open(options));
        var opened = new Neo4jGraphStore(options, recording);
        await opened.OpenAsync(CancellationToken.None);
        return (opened, recording);
    }

    public async Task DisposeAsync()
    {
        if (Neo4jServer.Missing is not null) return;
        await store.DisposeAsync();
        await Neo4jServer.EmptyAsync();
    }

    [Neo4jFact]
    public async Task Extents_from_the_server_give_the_answers_of_the_whole_graph_and_no_statement_scans_it()
    {
        var view = await store.GetViewAsync(CancellationToken.None);
        Assert.False(view.IsWhole);
        var before = transport.Statements.Select(s => s.Text).ToHashSet();
        var differences = new List<string>();
        foreach (var question in FrontierQuestions.About(seed.Entities, seed.Relationships, Count, seed: 12))
        {
            var whole = await FrontierAnswers.AnswerAsync(seed.View, store.GetExtentAsync, question, Assumption.None);
            var part = await FrontierAnswers.AnswerAsync(view, store.GetExtentAsync, question, Assumption.None);
            if (FrontierAnswers.Difference(whole, part, question) is { } difference) differences.Add(difference);
        }
        Assert.True(differences.Count == 0, $"{differences.Count} of {Count}; the first: {differences.FirstOrDefault()}");

        // The plan is the text's: the same text with other values is planned alike.
        var asked = transport.Statements.Where(s => !before.Contains(s.Text)).DistinctBy(s => s.Text).ToList();
        Assert.NotEmpty(asked);
        foreach (var statement in asked)
            Assert.Empty((await Neo4jServer.OperatorsAsync(statement.Text, statement.Parameters)).Intersect(Scans).Select(scan => $"{scan}: {statement.Text}"));
    }

    [Neo4jFact]
    public async Task Every_answer_over_HTTP_is_that_of_the_embedded_store()
    {
        await using var embedded = await new ApiHost().ReadyAsync();
        await using var neo4j = await new ApiHost
        {
            Settings =
            {
                ["Store"] = "Neo4j",
                ["Neo4j:Uri"] = Neo4jServer.Uri.ToString(),
                ["Neo4j:User"] = Neo4jServer.User,
                ["Neo4j:Password"] = Neo4jServer.Password,
                ["Neo4j:MaxProjectedRelationships"] = "0",
            },
        }.ReadyAsync();
        using HttpClient one = embedded.CreateClient(), other = neo4j.CreateClient();
        foreach (var address in FrontierRequests.Addresses)
            Assert.Equal(await FrontierRequests.AnswerAsync(one, address), await FrontierRequests.AnswerAsync(other, address));
        foreach (var body in FrontierRequests.Bodies)
            Assert.Equal(await FrontierRequests.PostAsync(one, body), await FrontierRequests.PostAsync(other, body));
    }
}
