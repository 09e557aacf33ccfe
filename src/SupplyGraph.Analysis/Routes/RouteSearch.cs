using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>The exact k best routes (design, section 4).</summary>
public static class RouteSearch
{
    /// <summary>Answers a question over a snapshot. What it costs is set by the ball of nodes within reach of both ends, see <see cref="HopBall"/>, <see cref="SearchSpace"/> and <see cref="BestFirst"/>.</summary>
    /// <exception cref="ArgumentException">The question names an id that the snapshot does not hold.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static RouteAnswer Find(Snapshot snapshot, RouteQuestion question, Budget? budget = null, CancellationToken cancel = default)
    {
        var buffers = SearchBuffers.Rent(snapshot);
        try
        {
            return Find(snapshot, question, buffers, budget ?? Budget.Default, cancel);
        }
        finally
        {
            buffers.Return();
        }
    }

    private static RouteAnswer Find(Snapshot snapshot, RouteQuestion question, SearchBuffers buffers, Budget budget, CancellationToken cancel)
    {
        var roles = new NodeRoles(snapshot, question, buffers.Roles);
        HopBall.Find(snapshot, roles, question.MaxHops, question.From.Count == 0, question.To.Count == 0, buffers);
        var space = new SearchSpace(snapshot, question, roles, buffers);
        var writer = new RouteWriter(snapshot, question, buffers);
        var search = new BestFirst(snapshot, question, roles, space, buffers, writer, budget, cancel);
        var routes = Collect(snapshot, question, roles, writer, search);
        var obstacle = routes.Count == 0 && search.StoppedBy is null ? Obstacles.Nearest(snapshot, question, roles) : null;
        return new RouteAnswer(routes, search.StoppedBy, search.Expanded, obstacle);
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
