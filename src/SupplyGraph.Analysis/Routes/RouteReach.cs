using SupplyGraph.Graph;

namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// What a question makes of the nodes of a graph, for whoever has to find the part of the graph that its routes can lie in. Needs entities and structure of the
/// snapshot and none of its legs.
/// </summary>
public sealed class RouteReach : IDisposable
{
    private readonly SearchBuffers buffers;
    private readonly NodeRoles roles;

    /// <exception cref="ArgumentException">The question names an id that the snapshot does not hold.</exception>
    public RouteReach(Snapshot snapshot, RouteQuestion question)
    {
        buffers = SearchBuffers.Rent(snapshot);
        roles = new NodeRoles(snapshot, question, buffers);
        Starts = question.HasOpenStart ? null : [.. roles.Starts];
        Ends = question.HasOpenEnd ? null : [.. roles.Ends];
        Vias = [.. Enumerable.Range(0, roles.Vias).Select(via => (IReadOnlyCollection<int>)[.. roles.Meeting(via)])];
    }

    /// <summary>Where a route may start; null for an open end.</summary>
    public IReadOnlyCollection<int>? Starts { get; }

    /// <summary>Where it may end; null for an open end.</summary>
    public IReadOnlyCollection<int>? Ends { get; }

    /// <summary>For each via the nodes that meet it.</summary>
    public IReadOnlyList<IReadOnlyCollection<int>> Vias { get; }

    /// <summary>Whether a node may be an intermediate stop.</summary>
    public bool MayPass(int node) => roles.MayPass(node);

    public void Dispose() => buffers.Dispose();
}
