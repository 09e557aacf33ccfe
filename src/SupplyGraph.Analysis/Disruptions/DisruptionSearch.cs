using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Disruptions;

/// <summary>
/// Who would be supplied worse under a scenario (design, section 5): for every component and every company, country or vehicle that a route of section 4 ends
/// at with it, the best such route before and after. What comes before the last leg matters only where no route can start there: a customer who still has a
/// supplier is not called weaker because the supplier is.
/// </summary>
public static class DisruptionSearch
{
    /// <summary>Compares the graph with what is assumed of it. O(relationships), and the searches of <see cref="BackwardSearch"/>.</summary>
    /// <param name="before">The graph as it is.</param>
    /// <param name="after">The same under a scenario, made from it.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static DisruptionAnswer Compare(
        Snapshot before, Snapshot after, DisruptionQuestion question, Budget? budget = null, CancellationToken cancel = default)
    {
        var half = budget ?? Budget.Default;
        half = half with { Expansions = half.Expansions / 2, Time = half.Time / 2 };
        var earlier = new BackwardSearch(before, question, half, cancel);
        var was = new BestArrivals(before, question, earlier);
        var later = new BackwardSearch(after, question, half, cancel);
        var becomes = new BestArrivals(after, question, later);
        var pairs = Pairs(before, after, was, becomes);
        var looked = pairs.Where(p => p.IsLookedAt).ToList();
        var changed = looked.Where(p => was.CostOf(p.Before) != becomes.CostOf(p.After)).ToList();
        return new DisruptionAnswer(
            [.. Ranked(changed, was, becomes).Skip(question.Skip).Take(question.Take).Select(p => p.Read(was, becomes))],
            changed.Count,
            looked.Count,
            changed.Count(p => becomes.CostOf(p.After) is null),
            changed.Count(p => becomes.CostOf(p.After) > was.CostOf(p.Before)),
            changed.Count(p => becomes.CostOf(p.After) is { } now && !(now > was.CostOf(p.Before))),
            pairs.Count - looked.Count,
            earlier.StoppedBy ?? later.StoppedBy,
            earlier.Expanded + later.Expanded);
    }

    private static IEnumerable<Pair> Ranked(IEnumerable<Pair> changed, BestArrivals was, BestArrivals becomes) => changed
        .OrderByDescending(p => PlausibilityOf(was.CostOf(p.Before)) - PlausibilityOf(becomes.CostOf(p.After)))
        .ThenBy(p => p.Component, StringComparer.Ordinal).ThenBy(p => p.Receiver, StringComparer.Ordinal);

    // Decimals, so that equal losses are equal whatever they are the difference of.
    private static decimal PlausibilityOf(long? cost) => cost is { } known ? (decimal)Plausibility.FromCost(known) : 0;

    // An entity that is removed and comes back has a node of its own: pairs are the same where their ids are.
    private static List<Pair> Pairs(Snapshot before, Snapshot after, BestArrivals was, BestArrivals becomes)
    {
        var pairs = new Dictionary<(string, string), Pair>();
        foreach (var (component, receiver) in was.Pairs)
        {
            var pair = new Pair(before.Id(component), before.Id(receiver), (component, receiver), (Same(component), Same(receiver)));
            pairs.Add((pair.Component, pair.Receiver), pair);
        }
        foreach (var (component, receiver) in becomes.Pairs)
            pairs.TryAdd((after.Id(component), after.Id(receiver)), new Pair(after.Id(component), after.Id(receiver), (-1, -1), (component, receiver)));
        return [.. pairs.Values];

        int Same(int node) => after.TryFind(before.Id(node), out var same) ? same : -1;
    }

    /// <summary>A component and a receiver.</summary>
    /// <param name="Before">Their nodes in the graph as it is; -1 where it does not hold them.</param>
    /// <param name="After">The same under the scenario.</param>
    private sealed record Pair(string Component, string Receiver, (int Component, int Receiver) Before, (int Component, int Receiver) After)
    {
        public bool IsLookedAt => After.Receiver >= 0;

        public Disruption Read(BestArrivals was, BestArrivals becomes) => new(Component, Receiver, was.RouteOf(Before), becomes.RouteOf(After));
    }
}
