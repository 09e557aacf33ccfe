using System.Diagnostics;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Chokepoints;

/// <summary>
/// Finds what the routes of a question cannot do without: of each pair of ends the best route, and of each of its places and components the best route that is
/// left in its absence.
/// </summary>
/// <remarks>
/// The loss of a vital node or leg (Corley and Sha, 1982), for a sum over pairs. A pair is asked again only for what lies on its best route: without anything
/// else that route still stands. O(pairs x stops of a route) questions for one route between two given ends.
/// </remarks>
public sealed class ChokepointSearch
{
    private readonly Snapshot snapshot;
    private readonly RouteQuestion question;
    private readonly Budget budget;
    private readonly CancellationToken cancel;
    private readonly long started = Stopwatch.GetTimestamp();
    private StopReason? stopped;

    private ChokepointSearch(Snapshot snapshot, RouteQuestion question, Budget budget, CancellationToken cancel) =>
        (this.snapshot, this.question, this.budget, this.cancel) = (snapshot, question, budget, cancel);

    /// <exception cref="ArgumentException">The question names an id that the snapshot does not hold.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static ChokepointAnswer Find(Snapshot snapshot, RouteQuestion question, Budget? budget = null, CancellationToken cancel = default) =>
        new ChokepointSearch(snapshot, question, budget ?? Budget.Default, cancel).Find();

    private ChokepointAnswer Find()
    {
        var pairs = new EndPairs(snapshot, question, Left, cancel).Find(out stopped);
        var found = new List<Chokepoint>();
        foreach (var id in Suspects(pairs))
        {
            if (Left().Time == TimeSpan.Zero)
            {
                stopped ??= StopReason.Time;
                break;
            }
            if (Without(id, pairs) is { } chokepoint) found.Add(chokepoint);
        }
        return new ChokepointAnswer(pairs, [.. found.OrderByDescending(c => c.Criticality).ThenBy(c => c.Id, StringComparer.Ordinal)], stopped);
    }

    private Budget Left() => budget.After(started, expanded: 0);

    // Those of most pairs first, so that a budget cuts off what matters least.
    private IEnumerable<string> Suspects(IReadOnlyList<PairOfEnds> pairs) => pairs
        .SelectMany(p => Suspects(p.Best).Distinct(StringComparer.Ordinal))
        .GroupBy(id => id, StringComparer.Ordinal)
        .Where(group => !question.Via.Contains(group.Key))
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Key);

    private IEnumerable<string> Suspects(Route route)
    {
        foreach (var stop in route.Stops.Skip(1).SkipLast(1))
        {
            snapshot.TryFind(stop, out var node);
            if (snapshot.Kind(node) is EntityKind.Company or EntityKind.Country or EntityKind.Corridor or EntityKind.Component) yield return stop;
            if (snapshot.Home(node) is var home and >= 0) yield return snapshot.Id(home);
        }
        foreach (var leg in route.Legs)
            if (leg.Component is { } component) yield return component;
    }

    private Chokepoint? Without(string id, IReadOnlyList<PairOfEnds> pairs)
    {
        var absence = new Absence(snapshot, id);
        var left = absence.From(question with { Limit = 1, Distinct = Distinct.None });
        var losses = new List<PairLoss>();
        foreach (var pair in pairs)
        {
            if (absence.Takes(pair)) losses.Add(new PairLoss(pair, null));
            else if (absence.Touches(snapshot, pair.Best)) losses.Add(new PairLoss(pair, Best(left, pair)));
        }
        if (losses.Count == 0) return null;
        snapshot.TryFind(id, out var node);
        return new Chokepoint(
            id, snapshot.Kind(node), losses.Sum(l => l.Loss) / pairs.Sum(p => p.Best.Plausibility), losses.Count,
            [.. losses.Where(l => l.Detour is null).Select(l => l.Pair)], losses.MaxBy(l => l.Loss)!);
    }

    private Route? Best(RouteQuestion left, PairOfEnds pair)
    {
        var answer = RouteSearch.FindRoutes(snapshot, EndPairs.Between(snapshot, left, pair.First, pair.Last), Left(), cancel);
        stopped ??= answer.StoppedBy;
        return answer.Routes is [var best, ..] ? best : null;
    }
}
