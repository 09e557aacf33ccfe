using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;

namespace SupplyGraph.Analysis.Tests;

/// <summary>Searches share their arrays and a snapshot's taxonomy, but no answer shows it.</summary>
public sealed class ParallelQuestions
{
    private static readonly ParallelOptions ManyThreads = new() { MaxDegreeOfParallelism = 16 };

    [Theory]
    [InlineData("everything")]
    [InlineData("taxonomy")]
    public void Many_threads_ask_one_snapshot_and_get_what_one_thread_gets(string family)
    {
        var focus = Focus.Named(family) with { Companies = (8, 8), Countries = (7, 7), Components = (8, 8), Regions = (3, 3), Relationships = (60, 60) };
        var graph = RandomGraphs.Create(focus, new Random(1));
        var questions = Enumerable.Range(1, 60).Select(seed => RandomQuestions.Create(Small, graph, new Random(seed))).ToList();
        var alone = questions.ConvertAll(q => Answer(graph.ToSnapshot(), q));
        Assert.Contains(alone, answer => answer.Length > 0);
        var shared = graph.ToSnapshot();
        var together = new string[questions.Count * 5];
        Parallel.For(0, together.Length, ManyThreads, i => together[i] = Answer(shared, questions[i % questions.Count]));
        Assert.All(together, (answer, i) => Assert.Equal(alone[i % questions.Count], answer));
    }

    [Fact]
    public void Many_threads_ask_snapshots_of_many_sizes()
    {
        var cases = Focus.All.SelectMany(focus => RandomCase.Many(focus, 20)).ToList();
        var alone = cases.ConvertAll(c => Answer(c.Graph.ToSnapshot(), c.Question));
        var together = new string[cases.Count];
        Parallel.For(0, cases.Count, ManyThreads, i => together[i] = Answer(cases[i].Graph.ToSnapshot(), cases[i].Question));
        Assert.Equal(alone, together);
    }

    // On a graph this dense the oracle, which helps to choose questions, needs short routes.
    private static Focus Small => Focus.Named("everything") with { Hops = (1, 3), GivenEnd = 0.8 };

    private static string Answer(Graph.Snapshot snapshot, RouteQuestion question) => CaseText.Of(RouteSearch.Find(snapshot, question, Effort.Unbounded).Routes);
}
