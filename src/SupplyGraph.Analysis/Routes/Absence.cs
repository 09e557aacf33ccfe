using SupplyGraph.Analysis.Places;
using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>The world without one entity: routes avoid its place set, and where it is a component, also every leg that names it.</summary>
internal sealed class Absence(Snapshot snapshot, int node)
{
    private readonly HashSet<int> places = [.. PlaceSet.Of(snapshot, node)];
    private readonly int component = snapshot.ComponentOrdinal(node);

    public bool Takes(int stop) => places.Contains(stop);

    /// <param name="named">The ordinal of the component that a leg names, -1 for none.</param>
    public bool TakesLegsNaming(int named) => named >= 0 && named == component;

    /// <summary>Whether a route of the world with it is no longer possible.</summary>
    public bool Takes(Route route) =>
        route.Stops.Any(stop => snapshot.TryFind(stop, out var at) && Takes(at)) || route.Legs.Any(leg => leg.Component == snapshot.Id(node));
}
