namespace SupplyGraph.Storage;

/// <summary>The graph's home cannot be reached now, or answers too slowly: nothing is known to be wrong with the request, which may be made again.</summary>
/// <param name="reason">What is the matter, in words for whoever runs the server; holds no secret.</param>
public class GraphUnavailableException(string reason, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>When it is worth trying again.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);
}
