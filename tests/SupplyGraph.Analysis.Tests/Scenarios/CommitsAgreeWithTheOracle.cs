using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;

namespace SupplyGraph.Analysis.Tests.Scenarios;

/// <summary>The engine over a snapshot that was edited commit by commit against the oracle over the graph that came of it.</summary>
public sealed class CommitsAgreeWithTheOracle
{
    private static readonly int Cases = Effort.Cases / 5;

    public static TheoryData<string> Families => [.. ScenarioCase.Families];

    [Theory]
    [MemberData(nameof(Families))]
    public void After_commits_an_answer_is_that_of_the_graph_built_anew(string family) =>
        Effort.AssertNone(Enumerable.Range(1, Cases).Select(seed => AfterCommits(Focus.Named(family), seed)));

    [Theory]
    [MemberData(nameof(Families))]
    public void A_scenario_may_stand_on_commits(string family) =>
        Effort.AssertNone(Enumerable.Range(1, Cases).Select(seed => UnderAScenario(Focus.Named(family), seed)));

    private static string? AfterCommits(Focus focus, int seed)
    {
        var random = new Random(seed);
        var graph = CommittedGraph.Create(focus, random);
        var question = RandomQuestions.Create(focus, graph.Book.Graph, random);
        var expected = CaseText.Of(RouteOracle.Answer(graph.Book.Graph, question));
        var actual = CaseText.Of(RouteSearch.Find(graph.Snapshot, question, Effort.Unbounded).Routes);
        return actual == expected
            ? null
            : $"{focus.Name}, seed {seed}\n{CaseText.Of(graph.Book.Graph)}\n\n{CaseText.Of(question)}\n\noracle:\n{expected}\n\nengine:\n{actual}\n";
    }

    private static string? UnderAScenario(Focus focus, int seed)
    {
        var random = new Random(seed);
        var graph = CommittedGraph.Create(focus, random);
        var scenario = RandomScenarios.Create(graph.Book, focus, random);
        var question = RandomQuestions.Create(focus, graph.Book.Under(scenario), random);
        return ScenariosAgreeWithTheOracle.Disagreement(new ScenarioCase(focus, seed, graph.Book, scenario, question), graph.Snapshot);
    }
}
