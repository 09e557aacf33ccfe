using System.Diagnostics;

namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>When a statement's time is up, over all its attempts, and whether the caller has gone: one token for both, and which it was.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource over;
    private readonly CancellationToken caller;
    private readonly Place place;
    private readonly TimeSpan timeout;
    private readonly long began = Stopwatch.GetTimestamp();

    public Deadline(CypherStatement statement, Neo4jStoreOptions options, Place place, CancellationToken cancel)
    {
        timeout = statement.Timeout ?? options.StatementTimeout;
        caller = cancel;
        this.place = place;
        over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        over.CancelAfter(timeout);
    }

    /// <summary>Cancelled when the time is up or the caller has gone.</summary>
    public CancellationToken Token => over.Token;

    /// <summary>What is left of the statement's time; not below zero.</summary>
    public TimeSpan Left => Stopwatch.GetElapsedTime(began) is var used && used < timeout ? timeout - used : TimeSpan.Zero;

    /// <summary>Waits between two attempts.</summary>
    public async Task DelayAsync(TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait, Token);
        }
        catch (OperationCanceledException e)
        {
            throw Exception(sentOnce: false, e);
        }
    }

    /// <summary>What is to be thrown once <see cref="Token"/> is cancelled.</summary>
    /// <param name="sentOnce">Whether a statement that must not run twice is on its way.</param>
    public Exception Exception(bool sentOnce, Exception cause)
    {
        if (caller.IsCancellationRequested) return new OperationCanceledException(cause.Message, cause, caller);
        var reason = $"{place} did not answer in {timeout.TotalSeconds:0.###} s";
        return sentOnce
            ? new OutcomeUnknownException($"{reason}: the statement may have run.", cause)
            : new GraphUnavailableException($"{reason}.", cause);
    }

    public void Dispose() => over.Dispose();
}
