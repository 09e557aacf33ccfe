using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>Whether the graph is open and seeded.</summary>
public sealed class Readiness
{
    private volatile bool ready;

    public bool IsReady => ready;

    internal void Announce() => ready = true;

    /// <exception cref="ProblemException">503: not yet.</exception>
    internal void ThrowUnlessReady()
    {
        if (ready) return;
        throw new ProblemException(ProblemKind.NotReady, "The graph is being opened; on a first start it is seeded, which takes some seconds.")
        {
            RetryAfterSeconds = 1,
        };
    }
}
