using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>Whether the graph is open and seeded.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>Waits until it is.</summary>
    public Task WhenReadyAsync(CancellationToken cancel) => ready.Task.WaitAsync(cancel);

    internal void Announce() => ready.TrySetResult();

    /// <exception cref="ProblemException">503: not yet.</exception>
    internal void ThrowUnlessReady()
    {
        if (IsReady) return;
        throw new ProblemException(ProblemKind.NotReady, "The graph is being opened; on a first start it is seeded, which takes some seconds.")
        {
            RetryAfterSeconds = 1,
        };
    }
}
