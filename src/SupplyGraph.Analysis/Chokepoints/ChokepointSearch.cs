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
/// else that route still stands. Pairs with one end share the bounds of their searches: O(ends) bounds and O(pairs x stops of a route) searches over them.
/// </remarks>
public sealed class ChokepointSearch
{
    private readonly Snapshot snapshot;
    private readonly RouteQuestion question;
    private readonly Budget budget;
    private readonly CancellationToken cancel;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, Absence> absences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PairLoss>> losses = new(StringComparer.Ordinal);
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
        foreach (var suspect in pairs.SelectMany(p => Suspects(p.Best)).Distinct(StringComparer.Ordinal).Except(question.Via, StringComparer.Ordinal))
        {
            absences[suspect] = new Absence(snapshot, Node(suspect));
            losses[suspect] = [];
        }
        // A budget that ends the search leaves pairs out, the least plausible ends first; what is known of the others stands.
        var looked = pairs.GroupBy(p => p.Last, StringComparer.Ordinal).TakeWhile(_ => !IsSpent()).SelectMany(LookAt).ToHashSet();
        var known = pairs.Where(looked.Contains).ToList();
        return new ChokepointAnswer(known, [.. Ranked(known)], stopped);
    }

    private Budget Left() => budget.After(started, expanded: 0);

    private bool IsSpent()
    {
        if (Left().Time > TimeSpan.Zero) return false;
        stopped ??= StopReason.Time;
        return true;
    }

    private int Node(string id) => snapshot.TryFind(id, out var node) ? node : throw new InvalidOperationException($"A route passes '{id}', which is nowhere.");

    private IEnumerable<string> Suspects(Route route)
    {
        foreach (var stop in route.Stops.Skip(1).SkipLast(1))
        {
            var node = Node(stop);
            if (snapshot.Kind(node) is EntityKind.Company or EntityKind.Country or EntityKind.Corridor or EntityKind.Component) yield return stop;
            if (snapshot.Home(node) is var home and >= 0) yield return snapshot.Id(home);
        }
        foreach (var leg in route.Legs)
            if (leg.Component is { } component) yield return component;
    }

    private List<PairOfEnds> LookAt(IGrouping<string, PairOfEnds> toOneEnd)
    {
        var pairs = toOneEnd.ToList();
        using var search = new OneEndSearch(snapshot, question, [.. pairs.Select(p => Node(p.First))], Node(toOneEnd.Key));
        foreach (var pair in pairs)
        {
            var (first, last) = (Node(pair.First), Node(pair.Last));
            foreach (var (id, absence) in absences)
            {
                if (absence.Takes(first) || absence.Takes(last)) losses[id].Add(new PairLoss(pair, null));
                else if (absence.Takes(pair.Best)) losses[id].Add(new PairLoss(pair, search.Best(first, absence, Left(), ref stopped, cancel)));
            }
        }
        return pairs;
    }

    private IEnumerable<Chokepoint> Ranked(List<PairOfEnds> pairs)
    {
        var whole = pairs.Sum(p => p.Best.Plausibility);
        var rank = pairs.Select((pair, at) => (pair, at)).ToDictionary(p => p.pair, p => p.at);
        return losses.Where(l => l.Value.Count > 0).Select(l => Of(l.Key, [.. l.Value.OrderBy(loss => rank[loss.Pair])], whole))
            .OrderByDescending(c => c.Criticality).ThenBy(c => c.Id, StringComparer.Ordinal);
    }

    private Chokepoint Of(string id, List<PairLoss> ofPairs, double whole) => new(
        id, snapshot.Kind(Node(id)), ofPairs.Sum(l => l.Loss) / whole, ofPairs.Count, [.. ofPairs.Where(l => l.Detour is null).Select(l => l.Pair)],
        ofPairs.MaxBy(l => l.Loss)!);
}
