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

    /// <summary>The best route of every key that the question tells apart, best first, without a limit; see <see cref="OneSearch.Each"/>.</summary>
    internal static (List<T> Found, StopReason? StoppedBy, int Expanded) Each<T>(
        Snapshot snapshot, RouteQuestion question, Func<RouteWriter, int, int[], T> take, Budget budget, CancellationToken cancel)
    {
        using var buffers = SearchBuffers.Rent(snapshot);
        return new OneSearch(snapshot, question with { Limit = int.MaxValue }, buffers, budget, cancel).Each(take);
    }

    /// <summary>Whether there is a route; null where the budget ends the search before it is known.</summary>
    internal static bool? Exists(Snapshot snapshot, RouteQuestion question, Budget budget, CancellationToken cancel)
    {
        var answer = Search(snapshot, question with { Limit = 1 }, budget, cancel);
        return answer.Routes.Count > 0 ? true : answer.Complete ? false : null;
    }

    private static RouteAnswer Search(Snapshot snapshot, RouteQuestion question, Budget budget, CancellationToken cancel)
    {
        using var buffers = SearchBuffers.Rent(snapshot);
        return new OneSearch(snapshot, question, buffers, budget, cancel).Find();
    }
}
