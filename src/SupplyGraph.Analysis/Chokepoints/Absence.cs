using SupplyGraph.Analysis.Places;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Chokepoints;

/// <summary>
/// The world without one entity: routes avoid its place set, and where it is a component, also every leg that names it.
/// </summary>
internal sealed class Absence
{
    private readonly HashSet<string> gone;
    private readonly IReadOnlyList<int> places;
    private readonly int component;

    public Absence(Snapshot snapshot, string id)
    {
        snapshot.TryFind(id, out var node);
        places = PlaceSet.Of(snapshot, node);
        component = snapshot.ComponentOrdinal(node);
        gone = [.. places.Select(snapshot.Id)];
    }

    /// <summary>Whether one of the ends is gone itself.</summary>
    public bool Takes(PairOfEnds pair) => gone.Contains(pair.First) || gone.Contains(pair.Last);

    /// <summary>Whether a route is no longer what it was.</summary>
    public bool Touches(Snapshot snapshot, Route route) =>
        route.Stops.Any(gone.Contains) || (component >= 0 && route.Legs.Any(leg => leg.Component == snapshot.Id(snapshot.ComponentNode(component))));

    /// <summary>The question in its absence.</summary>
    public RouteQuestion From(RouteQuestion question) => question with { Barred = places, BarredComponent = component };
}
