using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Analysis.Disruptions;

/// <summary>Who would be supplied worse, or better.</summary>
/// <param name="Disruptions">The part of the ranking that was asked for: the greatest loss first, then by component and receiver.</param>
/// <param name="Changed">How long the whole ranking is: what is lost, weakened and strengthened together.</param>
/// <param name="LookedAt">Pairs of a component and a receiver with a route before or after.</param>
/// <param name="Lost">Pairs that had a route and have none.</param>
/// <param name="Weakened">Pairs whose best route is less plausible.</param>
/// <param name="Strengthened">Pairs whose best route is more plausible, or the first that there is.</param>
/// <param name="Removed">Pairs whose receiver is itself no more; they are not looked at.</param>
/// <param name="StoppedBy">What ended the search before it was complete; null where it is complete.</param>
/// <param name="Expanded">Partial routes expanded.</param>
public sealed record DisruptionAnswer(
    IReadOnlyList<Disruption> Disruptions, int Changed, int LookedAt, int Lost, int Weakened, int Strengthened, int Removed, StopReason? StoppedBy,
    int Expanded)
{
    /// <summary>Whether every best route is the best; otherwise some pair may have a better one, or one at all, that was not found.</summary>
    public bool Complete => StoppedBy is null;
}

/// <summary>One component and one receiver whose best route is another than before.</summary>
/// <param name="Component">The id of the component that the last leg names.</param>
/// <param name="Receiver">The id of the company, country or vehicle that the route ends at.</param>
/// <param name="Before">The best route in the graph as it is; null for none.</param>
/// <param name="After">The best route under the scenario; null for none.</param>
public sealed record Disruption(string Component, string Receiver, Arrival? Before, Arrival? After)
{
    /// <summary>Plausibility before minus plausibility after, -1..1; no route is 0. Below 0 where the scenario makes things better.</summary>
    public double Loss => (double)(((decimal?)Before?.Plausibility ?? 0) - ((decimal?)After?.Plausibility ?? 0));
}

/// <summary>The best route that ends at a receiver with a component.</summary>
/// <param name="Cost">The sum of the costs of legs, joints and pools, in millionths.</param>
/// <param name="Stops">Ids.</param>
/// <param name="Legs">The relationships walked, in order.</param>
public sealed record Arrival(long Cost, IReadOnlyList<string> Stops, IReadOnlyList<Counted> Legs)
{
    /// <summary>0..1, to 6 significant digits.</summary>
    public double Plausibility => Model.Plausibility.FromCost(Cost);
}
