using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>What is read for a question by frontier expansion is enough for its answer, on the seed graph in memory.</summary>
public sealed class FrontierSeedTests(FrontierSeed seed) : IClassFixture<FrontierSeed>
{
    private const int Count = 200;

    [Fact]
    public async Task An_extent_of_the_seed_gives_the_answers_of_the_whole_seed()
    {
        var graph = new FrontierGraph(seed.Entities, seed.Relationships);
        var differences = new List<string>();
        var found = 0;
        foreach (var question in FrontierQuestions.About(seed.Entities, seed.Relationships, Count, seed: 11))
        {
            var whole = await FrontierAnswers.AnswerAsync(seed.View, graph.ExtentAsync, question, Assumption.None);
            var part = await FrontierAnswers.AnswerAsync(graph.Skeleton, graph.ExtentAsync, question, Assumption.None);
            if (whole.Routes.Count > 0) found++;
            if (FrontierAnswers.Difference(whole, part, question) is { } difference) differences.Add(difference);
        }
        Assert.True(differences.Count == 0, $"{differences.Count} of {Count}; the first: {differences.FirstOrDefault()}");
        Assert.True(found > Count / 3, $"Only {found} of {Count} have a route.");
    }

    [Fact]
    public async Task A_question_between_two_places_reads_a_small_part_of_the_seed()
    {
        var graph = new FrontierGraph(seed.Entities, seed.Relationships);
        var question = new RouteQuestion { From = ["syrah-resources"], To = ["tesla"], MaxHops = 3, AsOf = new DateOnly(2026, 6, 15) };

        GraphExtent? extent = null;
        await FrontierAnswers.AnswerAsync(
            graph.Skeleton, async (view, wanted, stop) => extent ??= await graph.ExtentAsync(view, wanted, stop), question, Assumption.None);

        Assert.InRange(extent!.Snapshot.RelationshipCount - graph.Skeleton.Snapshot.RelationshipCount, 1, seed.Relationships.Count / 5);
    }
}
