using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>What an answer says where not all that may lie on it could be read.</summary>
public sealed class FrontierBoundTests
{
    private const int Cases = 100;

    public static TheoryData<int> Bounds => [0, 3, 8, 15];

    [Theory]
    [MemberData(nameof(Bounds))]
    public async Task An_answer_from_too_few_relationships_says_so_and_otherwise_is_that_of_the_whole_graph(int most)
    {
        int stopped = 0, complete = 0;
        foreach (var c in Focus.All.SelectMany(focus => RandomCase.Many(focus, Cases / 10)))
        {
            var graph = new FrontierGraph(c.Graph.Entities, c.Graph.Relationships) { Most = most };
            var whole = await AnswerAsync(graph, graph.Whole, c.Question);
            var part = await AnswerAsync(graph, graph.Skeleton, c.Question);
            if (part.Complete)
            {
                complete++;
                // What stands in the way may lie too far to be read; what is said of it is true.
                var told = part.Routes.Count == 0 && part.Obstacle is null ? whole with { Obstacle = null } : whole;
                Assert.Null(FrontierAnswers.Difference(told, part, c));
                continue;
            }
            stopped++;
            Assert.Equal(StopReason.Relationships, part.StoppedBy);
            Assert.Null(part.Obstacle);
            // The best of a part are at most as good as the best of the whole.
            if (part.Routes.Count > 0) Assert.True(part.Routes[0].Cost >= whole.Routes[0].Cost, c.ToString());
        }
        Assert.True(stopped > 20 && complete > 5, $"{stopped} stopped, {complete} complete");
    }

    [Fact]
    public async Task An_extent_that_may_take_no_time_says_that_time_ended_it()
    {
        var c = RandomCase.Create(Focus.Named("companies"), 1);
        var graph = new FrontierGraph(c.Graph.Entities, c.Graph.Relationships);
        using var reach = new RouteReach(graph.Skeleton.Snapshot, c.Question);
        var wanted = new Extent
        {
            Graph = graph.Skeleton.Snapshot,
            Starts = [0],
            Ends = [1],
            MayPass = reach.MayPass,
            MaxLegs = Limits.MaxHops,
            AsOf = c.Question.AsOf,
            Time = TimeSpan.Zero,
        };

        var extent = await graph.ExtentAsync(graph.Skeleton, wanted, CancellationToken.None);

        Assert.Equal(ExtentBound.Time, extent!.StoppedBy);
    }

    [Fact]
    public async Task What_was_read_while_the_graph_changed_gives_no_answer()
    {
        var c = RandomCase.Create(Focus.Named("companies"), 1);
        var graph = new FrontierGraph(c.Graph.Entities, c.Graph.Relationships) { ChangesMeanwhile = true };

        Assert.Null(await new RouteFinding(graph.Skeleton, graph.ExtentAsync, Budget.Default).FindAsync(c.Question, Assumption.None, CancellationToken.None));
    }

    private static Task<RouteAnswer> AnswerAsync(FrontierGraph graph, GraphView view, RouteQuestion question) =>
        FrontierAnswers.AnswerAsync(view, graph.ExtentAsync, question, Assumption.None, FrontierAnswers.Unbounded);
}
