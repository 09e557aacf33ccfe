using System.Diagnostics;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Tiers;

/// <summary>Finds the tiers around an entity (design, section 5).</summary>
/// <remarks>
/// Routes are found from all other ends at once, first of one leg, then of two and so on: the first search that knows an end tells its tier, the last its best
/// route. Each is a <see cref="RouteSearch"/> for the best of every pair of ends, so its cost is that of the partial routes that no better one settles.
/// </remarks>
public static class TierSearch
{
    /// <exception cref="ArgumentException">The question names an id that the snapshot does not hold.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static TierAnswer Find(Snapshot snapshot, TierQuestion question, Budget? budget = null, CancellationToken cancel = default)
    {
        var allowed = budget ?? Budget.Default;
        var started = Stopwatch.GetTimestamp();
        var tiers = new Dictionary<int, int>();
        var (stopped, expanded) = ((StopReason?)null, 0);
        for (var legs = 1; legs < question.Tiers && stopped is null; legs++)
        {
            var level = RouteSearch.Each(snapshot, question.Within(legs), (_, _, stops) => OtherEnd(question, stops), Left(), cancel);
            foreach (var end in level.Found) tiers.TryAdd(end, legs);
            (stopped, expanded) = (level.StoppedBy, expanded + level.Expanded);
        }
        // Where a shorter search was stopped already, what that one found is all that is known.
        var most = stopped is null ? question.Tiers : Math.Max(1, tiers.Values.DefaultIfEmpty(1).Max());
        var last = RouteSearch.Each(
            snapshot, question.Within(most), (writer, at, stops) => (End: OtherEnd(question, stops), Route: writer.Write(at, stops)), Left(), cancel);
        var members = last.Found.Select(found => new TierMember(snapshot.Id(found.End), tiers.GetValueOrDefault(found.End, found.Route.Hops), found.Route));
        return new TierAnswer([.. members.Order(Order)], stopped ?? last.StoppedBy, expanded + last.Expanded);

        Budget Left() => allowed.After(started, expanded);
    }

    private static readonly Comparer<TierMember> Order = Comparer<TierMember>.Create((a, b) =>
        a.Tier != b.Tier ? a.Tier.CompareTo(b.Tier)
        : a.Route.Cost != b.Route.Cost ? a.Route.Cost.CompareTo(b.Route.Cost)
        : string.CompareOrdinal(a.Id, b.Id));

    private static int OtherEnd(TierQuestion question, int[] stops) => question.Side == TierSide.Suppliers ? stops[0] : stops[^1];
}
