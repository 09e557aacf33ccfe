using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>
/// The spheres of one question: around its starts and ends where they are given, and around a via both ways where there is one. Says which have to grow until
/// they hold every chain that is wanted.
/// </summary>
internal sealed class Spheres
{
    /// <summary>How many times larger the next frontier is taken to be, before it is known.</summary>
    private const double Growth = 4;

    /// <summary>Legs by which every sphere grows at first.</summary>
    private const int FirstLegs = 2;

    private readonly int? maxLegs;
    private readonly HopSphere? starts, ends, toVia, fromVia;
    private readonly List<HopSphere> all;
    private Distances? known;

    public Spheres(Extent wanted)
    {
        maxLegs = wanted.MaxLegs;
        starts = Around(wanted.Starts, forward: true);
        ends = Around(wanted.Ends, forward: false);
        // Every chain meets every via, so the one with the fewest nodes serves. What is to be told of each via needs all of them.
        var via = wanted.Vias.Count == 0 ? null : maxLegs is null ? wanted.Vias.SelectMany(nodes => nodes).ToList() : wanted.Vias.MinBy(nodes => nodes.Count);
        toVia = Around(via, forward: false);
        fromVia = Around(via, forward: true);
        all = [.. new[] { starts, ends, toVia, fromVia }.OfType<HopSphere>()];

        HopSphere? Around(IReadOnlyCollection<int>? centre, bool forward) => centre is null ? null : new(centre, forward, wanted.MayPass);
    }

    /// <summary>The spheres that have to grow by one leg now; none where every chain that is wanted is held.</summary>
    public IReadOnlyList<Growth> ToGrow() => maxLegs is { } legs ? Cheapest(legs) : Widest();

    /// <summary>Whether a leg between two nodes can belong to a chain that is wanted, by the distances alone.</summary>
    public bool MayHold(FoundLeg leg)
    {
        if (maxLegs is not { } legs) return true;
        var least = Least();
        if (!least.HasVia) return Before(leg, starts) + 1 + After(leg, ends) <= legs;
        return Before(leg, starts) + 1 + After(leg, toVia) + least.ViaToEnd <= legs || least.StartToVia + Before(leg, fromVia) + 1 + After(leg, ends) <= legs;
    }

    private static int Before(FoundLeg leg, HopSphere? sphere) => sphere?.LeastTo(leg.From) ?? 0;

    private static int After(FoundLeg leg, HopSphere? sphere) => sphere?.LeastTo(leg.To) ?? 0;

    private Distances Least() => known ??= new(
        Between(starts, ends, 1), toVia is not null, Between(starts, toVia, 1), Between(fromVia, ends, 1));

    private static int Between(HopSphere? one, HopSphere? other, int least) =>
        one is null || other is null ? least : Math.Max(least, HopSphere.LeastBetween(one, other));

    /// <summary>
    /// Grows in thought whatever has the smallest frontier, until the chains are covered, then takes back what was not needed; all that is left of it grows at
    /// once, since a question to the store costs more than some nodes do.
    /// </summary>
    private List<Growth> Cheapest(int legs)
    {
        // Nothing is known yet of what lies around them: to have looked at all costs less than to have chosen the wrong ones.
        if (all.TrueForAll(s => s.Radius == 0) && !CoverOf(all.ToDictionary(s => s, _ => 0)).Holds(legs, Least())) return [.. all.Select(s => new Growth(s, FirstLegs))];
        known = null;
        var least = Least();
        var radius = all.ToDictionary(s => s, s => s.Radius);
        var cost = all.ToDictionary(s => s, s => (double)s.Frontier.Count);
        while (!CoverOf(radius).Holds(legs, least))
        {
            var next = all.Where(s => !s.IsClosed && radius[s] < legs).MinBy(s => cost[s])!;
            radius[next]++;
            cost[next] *= Growth;
        }
        foreach (var sphere in all.OrderByDescending(s => cost[s]))
        {
            while (radius[sphere] > sphere.Radius && CoverOf(With(sphere, radius[sphere] - 1)).Holds(legs, least)) radius[sphere]--;
        }
        return [.. all.Where(s => radius[s] > s.Radius).Select(s => new Growth(s, radius[s] - s.Radius))];

        Dictionary<HopSphere, int> With(HopSphere sphere, int smaller) => new(radius) { [sphere] = smaller };
    }

    private Cover CoverOf(Dictionary<HopSphere, int> radius)
    {
        return new(Of(starts), Of(ends), Of(toVia), Of(fromVia));

        int Of(HopSphere? sphere) => sphere is null ? 0 : radius[sphere];
    }

    /// <summary>
    /// Every chain from a start to an end lies in what can be reached from the starts, and in what leads to the ends; that to a via, or from it, likewise.
    /// So one of two spheres need only grow until it is closed. Without a via it is enough to come to the shortest chain and to the most legs that are ever
    /// asked for.
    /// </summary>
    private List<Growth> Widest()
    {
        if (toVia is null || fromVia is null)
        {
            var (from, to) = (starts?.Radius ?? 0, ends?.Radius ?? 0);
            var told = starts is not null && ends is not null && from + to >= Limits.MaxHops && HopSphere.LeastBetween(starts, ends) <= from + to;
            return told ? [] : Smaller(starts, ends);
        }
        return [.. Smaller(starts, toVia), .. Smaller(ends, fromVia)];
    }

    private static List<Growth> Smaller(HopSphere? one, HopSphere? other)
    {
        if (one is { IsClosed: true } || other is { IsClosed: true }) return [];
        return [new(one is null || (other is not null && other.Frontier.Count < one.Frontier.Count) ? other! : one, int.MaxValue)];
    }
}

/// <summary>A sphere that has to grow.</summary>
/// <param name="Legs">By how many legs, as far as can be told by now; it grows by one at a time.</param>
internal readonly record struct Growth(HopSphere Sphere, int Legs);
