namespace SupplyGraph.Graph;

/// <summary>
/// Which chains four spheres hold whole: around the starts (forward), the ends (backward) and the nodes of one via (both ways). A side that is open has
/// radius 0: it holds no leg.
/// </summary>
/// <remarks>
/// Let a chain have l legs and meet the via after m of them. The sphere of radius a around the starts holds its legs 1..a: leg i leaves a stop that is i -
/// 1 legs from a start, over stops that may be passed, so it was read when the sphere grew to i. In the same way the sphere of radius b around the ends
/// holds the last b legs, and those around the via hold the c legs before and the d legs after m. So the chain is held whole if each i of 1..l is at most
/// a, or more than l - b, or more than m - c and at most m + d. All l and m that are possible are tried: l at most the legs allowed, m at least the
/// shortest way from a start to the via, l - m at least the shortest way from there to an end. These distances are lower bounds, so that nothing possible
/// is left out. A chain of fewer legs is held where the longest with the same m is, since its last legs lie nearer to the end: only the longest are tried.
/// Whether a chain passes a place twice plays no part: what is held is every walk, and so every route.
/// </remarks>
/// <param name="FromStarts">a.</param>
/// <param name="ToEnds">b.</param>
/// <param name="ToVia">c.</param>
/// <param name="FromVia">d.</param>
public readonly record struct Cover(int FromStarts, int ToEnds, int ToVia, int FromVia)
{
    /// <summary>Whether every chain that is possible is held whole. O(legs squared).</summary>
    public bool Holds(int maxLegs, Distances least)
    {
        if (!least.HasVia) return least.StartToEnd > maxLegs || (long)FromStarts + ToEnds >= maxLegs;
        for (var met = least.StartToVia; met <= maxLegs - least.ViaToEnd; met++)
            if (!HoldsChain(maxLegs, met)) return false;
        return true;
    }

    private bool HoldsChain(int legs, int met)
    {
        for (var leg = 1; leg <= legs; leg++)
            if (leg > FromStarts && leg <= legs - ToEnds && (leg <= met - ToVia || leg > met + FromVia)) return false;
        return true;
    }
}

/// <summary>The least legs that there can be between the parts of a question.</summary>
/// <param name="StartToVia">At least 1: a via is met between the ends.</param>
/// <param name="ViaToEnd">At least 1.</param>
public readonly record struct Distances(int StartToEnd, bool HasVia, int StartToVia, int ViaToEnd);
