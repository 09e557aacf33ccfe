using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>Reads extents of a graph that is held as a skeleton.</summary>
internal static class ExtentReading
{
    /// <summary>
    /// What was wanted, at the version of the skeleton; null where the graph has moved on from it, so that a newer skeleton is needed.
    /// </summary>
    /// <exception cref="GraphUnavailableException">The database cannot be reached.</exception>
    public static Task<GraphExtent?> ReadAsync(ICypherTransport transport, Skeleton skeleton, Extent wanted, CancellationToken cancel) =>
        FrontierExpansion.ReadAsync(new CypherFrontier(transport, skeleton, wanted), skeleton.Snapshot, wanted, cancel);
}
