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
        var started = Stopwatch.GetTimestamp();
        if (await ReadAsync(question, assumed, cancel) is not { } part) return null;
        if (view.IsWhole) return (RouteSearch.Find(part.Graph, question, part.Left, cancel), part.Graph);
        var answer = RouteSearch.FindRoutes(part.Graph, question, part.Left, cancel);
        if (part.StoppedBy is { } bound) return (answer with { StoppedBy = bound }, part.Graph);
        if (answer.Routes.Count > 0 || !answer.Complete) return (answer, part.Graph);
        // What stands in the way may lie beyond the legs that a route can have.
        var bare = assumed.Under(view.Snapshot);
        using var reach = new RouteReach(bare, question);
        var beyond = Wanted(question, bare, reach, assumed) with { MaxLegs = null, Time = Remaining(started).Time * ShareOfReading };
        if (await extentOf(view, beyond, cancel) is not { } around) return null;
        var obstacle = around.StoppedBy is null ? RouteSearch.ObstacleTo(assumed.Under(around.Snapshot), question, cancel) : null;
        return (answer with { Obstacle = obstacle }, part.Graph);
    }

    /// <summary>The graph, or the part of it that can lie on the routes of a question; null where the graph has moved on from the view.</summary>
    public async Task<GraphPart?> ReadAsync(RouteQuestion question, Assumption assumed, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var bare = assumed.Under(view.Snapshot);
        if (view.IsWhole) return new GraphPart(bare, null, budget);
        using var reach = new RouteReach(bare, question);
        if (await extentOf(view, Wanted(question, bare, reach, assumed), cancel) is not { } extent) return null;
        return new GraphPart(assumed.Under(extent.Snapshot), extent.StoppedBy is { } bound ? ReasonOf(bound) : null, Remaining(started));
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

/// <summary>What is read of a graph for a question.</summary>
/// <param name="StoppedBy">What ended the reading before it held all that can lie on an answer; null where it holds it.</param>
/// <param name="Left">What the question may still spend.</param>
internal sealed record GraphPart(Snapshot Graph, StopReason? StoppedBy, Budget Left);
