using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Analysis.Tests.Scenarios;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>What is read for a question by frontier expansion is enough for its answer, on random graphs in memory.</summary>
public sealed class FrontierRandomTests
{
    private const int Cases = 300;

    public static TheoryData<string> Families => [.. Focus.All.Select(f => f.Name)];

    public static TheoryData<string> ScenarioFamilies => [.. ScenarioCase.Families];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task An_extent_gives_the_answer_of_the_whole_graph(string family)
    {
        var differences = new List<string>();
        foreach (var c in RandomCase.Many(Focus.Named(family), Cases))
        {
            var graph = new FrontierGraph(c.Graph.Entities, c.Graph.Relationships);
            if (await DifferenceAsync(graph, c.Question, Assumption.None, c) is { } difference) differences.Add(difference);
        }
        Assert.True(differences.Count == 0, $"{differences.Count} of {Cases}; the first: {differences.FirstOrDefault()}");
    }

    [Theory]
    [MemberData(nameof(ScenarioFamilies))]
    public async Task An_extent_gives_the_answer_of_the_whole_graph_under_a_scenario(string family)
    {
        var differences = new List<string>();
        for (var seed = 1; seed <= Cases; seed++)
        {
            var c = ScenarioCase.Create(Focus.Named(family), seed);
            var graph = new FrontierGraph(c.Book.Entities, c.Book.Graph.Relationships);
            var assumption = new Assumption(c.Scenario, c.Book.ClaimsByRelationship);
            var question = c.Question with { Avoid = [.. c.Question.Avoid.Except(c.Scenario.RemovedEntities)] };
            if (await DifferenceAsync(graph, question, assumption, c) is { } difference) differences.Add(difference);
        }
        Assert.True(differences.Count == 0, $"{differences.Count} of {Cases}; the first: {differences.FirstOrDefault()}");
    }

    [Fact]
    public async Task Random_cases_have_routes_and_obstacles_and_read_several_levels()
    {
        int routes = 0, obstacles = 0, levels = 0;
        foreach (var c in Focus.All.SelectMany(focus => RandomCase.Many(focus, 20)))
        {
            var graph = new FrontierGraph(c.Graph.Entities, c.Graph.Relationships);
            var answer = await AnswerAsync(graph, graph.Skeleton, c.Question, Assumption.None);
            if (answer.Routes.Count > 0) routes++;
            if (answer.Obstacle is not null) obstacles++;
            if (graph.LastRead!.Levels > 2) levels++;
        }
        Assert.True(routes > 50 && obstacles > 20 && levels > 20, $"{routes} with routes, {obstacles} with an obstacle, {levels} with several levels");
    }

    private static async Task<string?> DifferenceAsync(FrontierGraph graph, RouteQuestion question, Assumption assumption, object shown) =>
        FrontierAnswers.Difference(
            await AnswerAsync(graph, graph.Whole, question, assumption), await AnswerAsync(graph, graph.Skeleton, question, assumption), shown);

    private static Task<RouteAnswer> AnswerAsync(FrontierGraph graph, GraphView view, RouteQuestion question, Assumption assumption) =>
        FrontierAnswers.AnswerAsync(view, graph.ExtentAsync, question, assumption, FrontierAnswers.Unbounded);
}
