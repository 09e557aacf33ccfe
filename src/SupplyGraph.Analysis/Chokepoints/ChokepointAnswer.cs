using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Chokepoints;

/// <summary>What the routes of a question cannot do without (design, section 5).</summary>
/// <param name="Pairs">The pairs of first and last stop that were looked at, most plausible first, each with its best route.</param>
/// <param name="Chokepoints">Companies, countries, corridors and components, most critical first, then by id.</param>
/// <param name="StoppedBy">What ended the search before it was complete; null where it is complete.</param>
public sealed record ChokepointAnswer(IReadOnlyList<PairOfEnds> Pairs, IReadOnlyList<Chokepoint> Chokepoints, StopReason? StoppedBy)
{
    /// <summary>Whether the pairs are the most plausible ones and every loss is exact.</summary>
    public bool Complete => StoppedBy is null;

    /// <summary>The sum of the pairs' best plausibilities, of which a criticality is a part.</summary>
    public double Plausibility => Pairs.Sum(p => p.Best.Plausibility);
}

/// <summary>A first and a last stop with the most plausible route between them.</summary>
public sealed record PairOfEnds(Route Best)
{
    public string First => Best.Stops[0];

    public string Last => Best.Stops[^1];
}

/// <summary>A place that routes pass, or a component that their legs name, and what its loss would cost.</summary>
/// <param name="Criticality">0..1: the part of the pairs' plausibility that is lost without it.</param>
/// <param name="Pairs">How many pairs have it on their best route, or at an end.</param>
/// <param name="CutOff">The pairs that have no route without it.</param>
/// <param name="Worst">The pair that loses most; the more plausible one of equals.</param>
public sealed record Chokepoint(string Id, EntityKind Kind, double Criticality, int Pairs, IReadOnlyList<PairOfEnds> CutOff, PairLoss Worst);

/// <summary>What a pair of ends loses.</summary>
/// <param name="Detour">The best route that is left; null for none.</param>
public sealed record PairLoss(PairOfEnds Pair, Route? Detour)
{
    /// <summary>0..1: the plausibility of the best route less that of the detour.</summary>
    public double Loss => Pair.Best.Plausibility - (Detour?.Plausibility ?? 0);
}
