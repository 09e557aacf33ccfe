using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>The exact k best routes (design, section 4).</summary>
public static class RouteSearch
{
    /// <summary>
    /// Answers a question over a snapshot. What it costs is set by the ball of nodes within reach of both ends, see <see cref="Reach"/>,
    /// <see cref="SearchSpace"/> and <see cref="BestFirst"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The question names an id that the snapshot does not hold.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static RouteAnswer Find(Snapshot snapshot, RouteQuestion question, Budget? budget = null, CancellationToken cancel = default)
    {
        var answer = Search(snapshot, question, budget ?? Budget.Default, cancel);
        return answer is { Routes.Count: 0, Complete: true } ? answer with { Obstacle = ObstacleTo(snapshot, question, cancel) } : answer;
    }

    /// <summary>
    /// The same without the obstacle, for which a snapshot needs more than what can lie on a route: see <see cref="RouteReach"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The question names an id that the snapshot does not hold.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static RouteAnswer FindRoutes(Snapshot snapshot, RouteQuestion question, Budget budget, CancellationToken cancel) =>
        Search(snapshot, question, budget, cancel);

    /// <summary>What stands in the way of a question that has no route.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static Obstacle ObstacleTo(Snapshot snapshot, RouteQuestion question, CancellationToken cancel) => Obstacles.Nearest(snapshot, question, cancel);

    /// <summary>Whether there is a route; null where the budget ends the search before it is known.</summary>
    internal static bool? Exists(Snapshot snapshot, RouteQuestion question, Budget budget, CancellationToken cancel)
    {
        var answer = Search(snapshot, question with { Limit = 1 }, budget, cancel);
        return answer.Routes.Count > 0 ? true : answer.Complete ? false : null;
    }

    private static RouteAnswer Search(Snapshot snapshot, RouteQuestion question, Budget budget, CancellationToken cancel)
    {
        var buffers = SearchBuffers.Rent(snapshot);
        try
        {
            var roles = new NodeRoles(snapshot, question, buffers);
            var reach = new Reach(snapshot, question, roles, buffers);
            var space = new SearchSpace(snapshot, question, roles, reach, buffers);
            var rules = question.FollowComponents ? new CarryRules(snapshot, question) : null;
            var writer = new RouteWriter(snapshot, question, rules, buffers);
            var search = new BestFirst(snapshot, question, roles, space, rules, buffers, writer, budget, cancel);
            var routes = Collect(snapshot, question, roles, writer, search);
            return new RouteAnswer(routes, search.StoppedBy, search.Expanded, null);
        }
        finally
        {
            buffers.Return();
        }
    }

    private static List<Route> Collect(Snapshot snapshot, RouteQuestion question, NodeRoles roles, RouteWriter writer, BestFirst search)
    {
        var seen = new HashSet<int[]>(KeyComparer.Instance);
        var routes = new List<Route>(question.Limit);
        for (int last; routes.Count < question.Limit && (last = search.Next()) >= 0;) Keep(last);
        if (search.StoppedBy is not null)
            foreach (var last in search.Leftover().TakeWhile(_ => routes.Count < question.Limit)) Keep(last);
        return routes;

        // Routes come best first, so the first of a key is the one to keep. One chain of stops can come several times, over parallel relationships.
        void Keep(int last)
        {
            var stops = writer.Stops(last);
            if (seen.Add(CountryChain.Key(snapshot, roles, question.EffectiveDistinct, stops))) routes.Add(writer.Write(last, stops));
        }
    }
}
