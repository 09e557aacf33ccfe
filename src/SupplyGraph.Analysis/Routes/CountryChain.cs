using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>The countries along a route, and what makes two routes the same for a question that wants distinct ones.</summary>
internal static class CountryChain
{
    /// <summary>
    /// The chain of countries of some stops: a country or region stands for itself, a company for its home; other stops left out, repeats merged.
    /// </summary>
    public static List<int> Of(Snapshot snapshot, ReadOnlySpan<int> stops)
    {
        var chain = new List<int>(stops.Length);
        foreach (var stop in stops)
            if (EntryOf(snapshot, stop) is var entry and >= 0 && (chain.Count == 0 || chain[^1] != entry)) chain.Add(entry);
        return chain;
    }

    /// <summary>What only the best route is kept of.</summary>
    /// <param name="open">Whether the route goes on: its last stop so far is an intermediate one.</param>
    public static int[] Key(Snapshot snapshot, NodeRoles roles, Distinct distinct, ReadOnlySpan<int> stops, bool open = false) => distinct switch
    {
        Distinct.Endpoints => [stops[0], stops[^1]],
        Distinct.Countries => [.. Of(snapshot, stops)],
        Distinct.Around => [.. Of(snapshot, Around(snapshot, roles, stops, open))],
        _ => stops.ToArray(),
    };

    // From the last entry before the first stop that meets a via to the first entry after the last that does; an entry is before or after where it
    // differs from the stop's own country, and where there is none the cut is at the stop.
    private static ReadOnlySpan<int> Around(Snapshot snapshot, NodeRoles roles, ReadOnlySpan<int> stops, bool open)
    {
        if (!TryMeetings(roles, stops, open, out var first, out var last)) return stops;
        return stops[Neighbour(snapshot, stops, first, -1)..(Neighbour(snapshot, stops, last, +1) + 1)];
    }

    /// <summary>Whether the part around the vias stays as it is unless the route meets a via once more.</summary>
    public static bool AroundIsSettled(Snapshot snapshot, NodeRoles roles, ReadOnlySpan<int> stops) =>
        TryMeetings(roles, stops, open: true, out _, out var last) && Neighbour(snapshot, stops, last, +1) > last;

    private static bool TryMeetings(NodeRoles roles, ReadOnlySpan<int> stops, bool open, out int first, out int last)
    {
        last = stops.Length - (open ? 1 : 2);
        first = 1;
        while (first <= last && roles.ViasMet(stops[first]) == 0) first++;
        while (last > first && roles.ViasMet(stops[last]) == 0) last--;
        return first <= last;
    }

    /// <summary>
    /// The place of the nearest stop before (step -1) or after (+1) one whose entry differs from the stop's own country; the stop's own place where there is
    /// none.
    /// </summary>
    public static int Neighbour(Snapshot snapshot, ReadOnlySpan<int> stops, int at, int step)
    {
        var own = EntryOf(snapshot, stops[at]);
        for (var i = at + step; i >= 0 && i < stops.Length; i += step)
            if (EntryOf(snapshot, stops[i]) is var entry and >= 0 && entry != own) return i;
        return at;
    }

    /// <summary>What a stop stands for in the chain of countries, -1 for nothing.</summary>
    public static int EntryOf(Snapshot snapshot, int stop) => snapshot.Kind(stop) switch
    {
        EntityKind.Country or EntityKind.Region => stop,
        EntityKind.Company => snapshot.Home(stop),
        _ => -1,
    };
}
