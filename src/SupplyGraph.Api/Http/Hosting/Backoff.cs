namespace SupplyGraph.Api.Http.Hosting;

/// <summary>
/// How long to wait before the next attempt: 1 s, then twice as long each time, up to 15 s; up to a quarter less by chance, so that instances that lost the
/// same server do not come back in step.
/// </summary>
internal sealed class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(15);

    private TimeSpan next = First;

    public TimeSpan Next()
    {
        // Jitter is no secret.
#pragma warning disable CA5394
        var wait = next * (1 - Random.Shared.NextDouble() / 4);
#pragma warning restore CA5394
        next = next * 2 < Longest ? next * 2 : Longest;
        return wait;
    }
}
