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

    private (IReadOnlyCollection<int> Starts, IReadOnlyCollection<int> Ends)? Ends()
    {
        using var reach = new RouteReach(snapshot, question);
        return reach.Starts is { } starts && reach.Ends is { } ends && (long)starts.Count * ends.Count <= Limits.MaxEndPairsTried ? (starts, ends) : null;
    }

    private List<PairOfEnds> OneByOne((IReadOnlyCollection<int> Starts, IReadOnlyCollection<int> Ends) all, out StopReason? stopped)
    {
        var routes = new List<Route>();
        stopped = null;
        foreach (var end in all.Ends.Distinct())
        {
            using var search = new OneEndSearch(snapshot, question, all.Starts, end);
            foreach (var start in all.Starts.Distinct())
                if (start != end && search.Best(start, null, left(), ref stopped, cancel) is { } best) routes.Add(best);
            if (stopped == StopReason.Time) break;
        }
        return [.. routes.Order(Order).Take(Limits.MaxEndPairs).Select(r => new PairOfEnds(r))];
    }

    private static readonly Comparer<Route> Order = Comparer<Route>.Create((a, b) =>
        a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost)
        : a.Hops != b.Hops ? a.Hops.CompareTo(b.Hops)
        : a.Stops.Zip(b.Stops, string.CompareOrdinal).FirstOrDefault(order => order != 0));
}
