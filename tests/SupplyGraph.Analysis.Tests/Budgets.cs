using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;

namespace SupplyGraph.Analysis.Tests;

/// <summary>What a search gives that may not spend what it needs.</summary>
public sealed class Budgets
{
    private static readonly RouteQuestion Easy = new() { From = ["a"], To = ["b"], AsOf = GraphBuilder.Today };

    private static readonly int[] Allowances = [1, 4, 16, 64];

    private static Graph.Snapshot Graph() =>
        new GraphBuilder().Companies("a", "m", "b").Component("cell").Supplies("a", "m", "cell").Supplies("m", "b", "cell").Graph.ToSnapshot();

    public static TheoryData<string> Families => ["everything", "companies", "vias", "ties", "deep chains", "components ignored"];

    [Theory]
    [MemberData(nameof(Families))]
    public void Few_expansions_give_real_routes_best_first_and_say_that_there_may_be_more(string family) =>
        Effort.AssertNone(Few(family).SelectMany(c => Allowances.Select(most => Fault(c, most))));

    [Theory]
    [MemberData(nameof(Families))]
    public void Few_expansions_often_give_some_routes(string family) =>
        Assert.Contains(Few(family), c => Allowances.Any(most => Find(c, most) is { Complete: false, Routes.Count: > 0 }));

    [Fact]
    public void No_expansion_gives_no_route_and_no_obstacle()
    {
        var answer = RouteSearch.Find(Graph(), Easy, new Budget(0, TimeSpan.FromMinutes(1)));
        Assert.Equal((false, StopReason.Expansions, 0, 0), (answer.Complete, answer.StoppedBy!.Value, answer.Expanded, answer.Routes.Count));
        Assert.Null(answer.Obstacle);
    }

    [Fact]
    public void No_time_gives_no_route_and_no_obstacle()
    {
        var answer = RouteSearch.Find(Graph(), Easy, new Budget(int.MaxValue, TimeSpan.Zero));
        Assert.Equal((false, StopReason.Time, 0), (answer.Complete, answer.StoppedBy!.Value, answer.Routes.Count));
        Assert.Null(answer.Obstacle);
    }

    [Fact]
    public void What_was_found_before_the_budget_ended_is_given()
    {
        // The first expansion finds the poor way from a to b; the better one over m would take another.
        var graph = new GraphBuilder().Companies("a", "m", "b").Component("cell")
            .Supplies("a", "b", "cell", 0.1).Supplies("a", "m", "cell").Supplies("m", "b", "cell").Graph.ToSnapshot();
        var answer = RouteSearch.Find(graph, Easy, new Budget(1, TimeSpan.FromMinutes(1)));
        Assert.Equal((false, StopReason.Expansions), (answer.Complete, answer.StoppedBy!.Value));
        Assert.Equal(["a", "b"], Assert.Single(answer.Routes).Stops);
    }

    [Fact]
    public void Enough_expansions_give_a_complete_answer()
    {
        var answer = RouteSearch.Find(Graph(), Easy, new Budget(100, TimeSpan.FromMinutes(1)));
        Assert.Equal((true, null, 1), (answer.Complete, answer.StoppedBy, answer.Routes.Count));
    }

    [Fact]
    public void A_caller_who_gave_up_gets_no_answer() =>
        Assert.Throws<OperationCanceledException>(() => RouteSearch.Find(Graph(), Easy, cancel: new CancellationToken(canceled: true)));

    [Fact]
    public void A_search_that_was_given_up_leaves_the_next_one_alone()
    {
        var graph = Graph();
        Assert.Throws<OperationCanceledException>(() => RouteSearch.Find(graph, Easy, cancel: new CancellationToken(canceled: true)));
        Assert.Single(RouteSearch.Find(graph, Easy).Routes);
    }

    private static IEnumerable<RandomCase> Few(string family) => RandomCase.Many(Focus.Named(family), Effort.Cases / 20);

    private static RouteAnswer Find(RandomCase c, int expansions) =>
        RouteSearch.Find(c.Graph.ToSnapshot(), c.Question, new Budget(expansions, TimeSpan.FromMinutes(10)));

    private static string? Fault(RandomCase c, int expansions)
    {
        var answer = Find(c, expansions);
        var fault = answer.Complete ? FaultOfComplete(c, answer) : FaultOfIncomplete(c, answer, expansions);
        return fault is null ? null : $"{c}\n\n{expansions} expansions: {fault}\n{CaseText.Of(answer.Routes)}\n";
    }

    private static string? FaultOfComplete(RandomCase c, RouteAnswer answer) =>
        CaseText.Of(answer.Routes) == CaseText.Of(RouteOracle.Answer(c.Graph, c.Question)) ? null : "complete, but not the oracle's answer";

    private static string? FaultOfIncomplete(RandomCase c, RouteAnswer answer, int expansions)
    {
        var routes = answer.Routes;
        if (answer.StoppedBy != StopReason.Expansions || answer.Expanded != expansions) return $"stopped by {answer.StoppedBy} after {answer.Expanded}";
        if (answer.Obstacle is not null) return $"an obstacle without a complete search: {answer.Obstacle.Code}";
        if (routes.Count > c.Question.Limit) return "more routes than asked for";
        if (!routes.Order(Comparer<Route>.Create(RouteOracle.Compare)).SequenceEqual(routes)) return "not best first";
        var real = routes.Count == 0 ? [] : new RouteOracle(c.Graph, c.Question).EveryWay().Select(r => CaseText.Of([r])).ToHashSet();
        return routes.Select(r => CaseText.Of([r])).FirstOrDefault(r => !real.Contains(r)) is { } unreal ? $"not a route: {unreal}" : null;
    }
}
