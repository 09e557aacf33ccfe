using System.Diagnostics;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>
/// Puts a question to a graph, whether or not it is in memory: where it is not, the store is first asked for the part that can lie on an answer. The answer is
/// the same.
/// </summary>
/// <param name="view">What the request sees of the graph.</param>
/// <param name="extentOf">Where parts of it come from: <see cref="IGraphStore.GetExtentAsync"/> of the store whose graph it is.</param>
/// <param name="budget">What the question may spend; the time that the store takes is part of it.</param>
internal sealed class RouteFinding(GraphView view, Func<GraphView, Extent, CancellationToken, ValueTask<GraphExtent?>> extentOf, Budget budget)
{
    /// <summary>The part of the time that reading may take; the rest is for the search.</summary>
    private const double ShareOfReading = 0.75;

    /// <summary>The answer, and the graph that it was found in; null where the graph has moved on from the view.</summary>
    public async Task<(RouteAnswer Answer, Snapshot Graph)?> FindAsync(RouteQuestion question, Assumption assumed, CancellationToken cancel)
    {
        if (view.IsWhole)
        {
            var whole = assumed.Under(view.Snapshot);
            return (RouteSearch.Find(whole, question, budget, cancel), whole);
        }
        var started = Stopwatch.GetTimestamp();
        var bare = assumed.Under(view.Snapshot);
        using var reach = new RouteReach(bare, question);
        var wanted = Wanted(question, bare, reach, assumed);
        if (await extentOf(view, wanted, cancel) is not { } extent) return null;
        var graph = assumed.Under(extent.Snapshot);
        var answer = RouteSearch.FindRoutes(graph, question, Remaining(started), cancel);
        if (extent.StoppedBy is { } bound) return (answer with { StoppedBy = ReasonOf(bound) }, graph);
        if (answer.Routes.Count > 0 || !answer.Complete) return (answer, graph);
        // What stands in the way may lie beyond the legs that a route can have.
        var around = await extentOf(view, wanted with { MaxLegs = null, Time = Remaining(started).Time * ShareOfReading }, cancel);
        if (around is null) return null;
        return (around.StoppedBy is null ? answer with { Obstacle = RouteSearch.ObstacleTo(assumed.Under(around.Snapshot), question, cancel) } : answer, graph);
    }

    private Extent Wanted(RouteQuestion question, Snapshot bare, RouteReach reach, Assumption assumed) => new()
    {
        Graph = bare,
        Starts = reach.Starts,
        Ends = reach.Ends,
        Vias = reach.Vias,
        MayPass = reach.MayPass,
        MaxLegs = question.MaxHops,
        Types = question.Types,
        Statuses = question.Statuses,
        StatusesChange = assumed.ChangesStatuses,
        MinConfidence = question.MinConfidence,
        AsOf = question.AsOf,
        Relationships = assumed.Claimed,
        Time = budget.Time * ShareOfReading,
    };

    private Budget Remaining(long started) => budget.After(started, expanded: 0);

    private static StopReason ReasonOf(ExtentBound bound) => bound == ExtentBound.Time ? StopReason.Time : StopReason.Relationships;
}
