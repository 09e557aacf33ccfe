using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Chokepoints;

/// <summary>The pairs of first and last stop of a question, each with its best route.</summary>
/// <remarks>
/// One search finds the best route of every pair, most plausible first, and ends soon where there are as many pairs as are wanted. Where there are fewer it would
/// go through every route to know that, so after a bounded try each pair of ends is asked for by itself, if they are not too many.
/// </remarks>
internal sealed class EndPairs(Snapshot snapshot, RouteQuestion question, Func<Budget> left, CancellationToken cancel)
{
    /// <summary>At most <see cref="Limits.MaxEndPairs"/>, most plausible first.</summary>
    public IReadOnlyList<PairOfEnds> Find(out StopReason? stopped)
    {
        var all = question with { Limit = Limits.MaxEndPairs, Distinct = Distinct.Endpoints };
        var budget = left();
        var answer = RouteSearch.FindRoutes(snapshot, all, budget with { Expansions = Math.Min(budget.Expansions, Limits.EndPairExpansions) }, cancel);
        if (answer.StoppedBy == StopReason.Expansions && Ends() is { } ends) return OneByOne(ends, out stopped);
        if (answer.StoppedBy == StopReason.Expansions) answer = RouteSearch.FindRoutes(snapshot, all, left(), cancel);
        stopped = answer.StoppedBy;
        return [.. answer.Routes.Select(r => new PairOfEnds(r))];
    }

    /// <summary>The question for the routes between two of the ends that it allows.</summary>
    public static RouteQuestion Between(Snapshot snapshot, RouteQuestion question, string first, string last)
    {
        snapshot.TryFind(first, out var start);
        snapshot.TryFind(last, out var end);
        return question with { Pair = (start, end) };
    }

    private List<(int First, int Last)>? Ends()
    {
        using var reach = new RouteReach(snapshot, question);
        if (reach.Starts is not { } starts || reach.Ends is not { } ends || (long)starts.Count * ends.Count > Limits.MaxEndPairsTried) return null;
        return [.. starts.SelectMany(_ => ends, (first, last) => (first, last)).Where(pair => pair.first != pair.last).Distinct()];
    }

    private List<PairOfEnds> OneByOne(List<(int First, int Last)> ends, out StopReason? stopped)
    {
        var routes = new List<Route>();
        stopped = null;
        foreach (var pair in ends)
        {
            var answer = RouteSearch.FindRoutes(snapshot, question with { Limit = 1, Distinct = Distinct.None, Pair = pair }, left(), cancel);
            routes.AddRange(answer.Routes);
            stopped ??= answer.StoppedBy;
            if (answer.StoppedBy == StopReason.Time) break;
        }
        return [.. routes.Order(Order).Take(Limits.MaxEndPairs).Select(r => new PairOfEnds(r))];
    }

    private static readonly Comparer<Route> Order = Comparer<Route>.Create((a, b) =>
        a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost)
        : a.Hops != b.Hops ? a.Hops.CompareTo(b.Hops)
        : a.Stops.Zip(b.Stops, string.CompareOrdinal).FirstOrDefault(order => order != 0));
}
