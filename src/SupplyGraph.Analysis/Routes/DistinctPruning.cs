using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// Drops partial routes that can only end with a key that a cheaper route has. Without it a question with fewer keys than it asks for (a via that few places
/// touch) would list every longer route through the same countries before it could say that there is no other.
/// </summary>
internal sealed class DistinctPruning(Snapshot snapshot, RouteQuestion question, NodeRoles roles, SearchBuffers buffers, Cutoff cutoff)
{
    private readonly bool around = question.EffectiveDistinct == Distinct.Around && question.Via.Count > 0;
    private readonly bool openStart = question.HasOpenStart;
    private readonly int onlyEnd = question.EffectiveDistinct == Distinct.Endpoints && !question.HasOpenEnd && roles.Ends.Take(2).ToList() is [var end] ? end : -1;
    private readonly int[] ends = new int[2];
    private readonly int[] stops = new int[Limits.MaxHops + 1];
    private readonly int[] chain = new int[Limits.MaxHops + 1];

    /// <summary>Whether a cheaper route has the only key that a partial one can end with: the same start, and the one end that there is.</summary>
    public bool HasBetterRoute(int partial, int leastCost)
    {
        if (onlyEnd < 0) return false;
        while (buffers.Partials[partial].Before >= 0) partial = buffers.Partials[partial].Before;
        (ends[0], ends[1]) = (buffers.Active[buffers.Partials[partial].Local], onlyEnd);
        return cutoff.IsBeaten(ends, leastCost);
    }

    /// <summary>
    /// Whether the part around the vias is settled and a cheaper route has it: then only a route that meets a via once more can still be new.
    /// </summary>
    /// <param name="leastCost">The least that a route through the partial one can cost.</param>
    public bool IsSettled(int partial, int leastCost)
    {
        if (!around || buffers.Partials[partial].Owed != 0) return false;
        var depth = Trace(partial);
        return CountryChain.AroundIsSettled(snapshot, roles, stops.AsSpan(0, depth + 1))
            && cutoff.IsBeaten(CountryChain.Key(snapshot, roles, Distinct.Around, stops.AsSpan(0, depth + 1), open: true), leastCost);
    }

    /// <summary>
    /// Whether the same route started at a later stop can go on in every way that this one can, for less and with the same part around the vias. What may
    /// follow depends on the legs before only through the components they name, whether one is named at all, and the last leg.
    /// </summary>
    public bool HasBetterStart(int partial)
    {
        if (!around || !openStart || buffers.Partials[partial].Hops < 2) return false;
        var depth = Trace(partial);
        var latest = LatestStart(depth);
        var named = buffers.Partials[partial].Naming == Naming.Named;
        for (var start = 1; start <= latest; start++)
            if (roles.IsStart(stops[start]) && (!named || NamesOnItsOwn(start, depth))) return true;
        return false;
    }

    // The later start must keep the entry before the first via: where none is met yet, the last two different entries, whichever of them it will be.
    private int LatestStart(int depth)
    {
        var firstVia = 1;
        while (firstVia < depth + 1 && roles.ViasMet(stops[firstVia]) == 0) firstVia++;
        if (firstVia <= depth)
        {
            var before = CountryChain.Neighbour(snapshot, stops.AsSpan(0, depth + 1), firstVia, -1);
            return before < firstVia ? before : firstVia - 1;
        }
        var last = LastEntry(depth, -1);
        if (last < 0) return depth - 1;
        var other = LastEntry(last, CountryChain.EntryOf(snapshot, stops[last]));
        return Math.Min(depth - 1, other >= 0 ? other : last);
    }

    private int LastEntry(int at, int except)
    {
        for (; at >= 0; at--)
            if (CountryChain.EntryOf(snapshot, stops[at]) is var entry and >= 0 && entry != except) return at;
        return -1;
    }

    // Only legs from owner to owned may stand before the first leg that names a component.
    private bool NamesOnItsOwn(int start, int depth)
    {
        for (var leg = start + 1; leg <= depth; leg++)
        {
            ref readonly var partial = ref buffers.Partials[chain[leg]];
            if (partial.Component >= 0) return true;
            if (!CarryRules.IsOwnerToOwned(snapshot, partial.Arc)) return false;
        }
        return false;
    }

    private int Trace(int partial)
    {
        int depth = buffers.Partials[partial].Hops;
        for (var at = depth; at >= 0; at--)
        {
            chain[at] = partial;
            stops[at] = buffers.Active[buffers.Partials[partial].Local];
            partial = buffers.Partials[partial].Before;
        }
        return depth;
    }
}
