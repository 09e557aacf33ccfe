namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>An attempt that failed in a way that may pass. Never leaves a transport: <see cref="Retries"/> tries again, or throws another.</summary>
/// <param name="reason">What is the matter; holds no secret.</param>
internal sealed class TransientFailure(string reason, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>Whether the statement may have happened: no answer came after it was sent.</summary>
    public bool Sent { get; init; }
}
