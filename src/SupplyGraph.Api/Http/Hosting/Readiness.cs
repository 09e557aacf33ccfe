using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>
/// Whether the graph is open and seeded, and whether its database answers now. Before the first, nothing under /v1 does; without the second, whatever the
/// memory holds is still answered.
/// </summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Null where nothing is in the way.
    private volatile Obstacle? obstacle = new("The graph is being opened.", TimeSpan.FromSeconds(1));

    /// <summary>Whether the graph was opened; it stays so.</summary>
    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>Waits until it is.</summary>
    public Task WhenReadyAsync(CancellationToken cancel) => ready.Task.WaitAsync(cancel);

    internal void Announce()
    {
        obstacle = null;
        ready.TrySetResult();
    }

    /// <summary>Says what the server is about, or what is in its way, and when it is worth asking again.</summary>
    /// <param name="reason">For whoever runs the server; holds no secret.</param>
    internal void Hinder(string reason, TimeSpan retryAfter) => obstacle = new Obstacle(reason, retryAfter);

    /// <summary>Takes back what <see cref="Hinder"/> said of an open graph; whether there was anything to take back.</summary>
    internal bool Free() => Interlocked.Exchange(ref obstacle, null) is not null;

    /// <summary>For requests that ask the graph. Which database is in the way, and why, is not for every caller.</summary>
    /// <exception cref="ProblemException">503: not yet.</exception>
    internal void ThrowUnlessReady()
    {
        if (IsReady) return;
        throw new ProblemException(ProblemKind.NotReady, "The graph is being opened; on a first start it is seeded, which takes some seconds.")
        {
            RetryAfterSeconds = Problems.RetryAfter.Seconds(obstacle?.RetryAfter ?? TimeSpan.Zero),
        };
    }

    /// <summary>For whoever runs the server.</summary>
    /// <exception cref="ProblemException">503 with the reason: not yet, or the database does not answer now.</exception>
    internal void ThrowIfHindered()
    {
        if (obstacle is not { } found) return;
        throw new ProblemException(IsReady ? ProblemKind.StoreUnavailable : ProblemKind.NotReady, found.Reason)
        {
            RetryAfterSeconds = Problems.RetryAfter.Seconds(found.RetryAfter),
        };
    }

    private sealed record Obstacle(string Reason, TimeSpan RetryAfter);
}
