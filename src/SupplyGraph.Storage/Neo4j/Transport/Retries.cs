namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>
/// Runs attempts at a statement until one succeeds, fails for good, or the bounds are reached: the number of tries and the statement's time. Between two
/// attempts it waits a random time up to a bound that doubles, so that statements that met each other do not meet again.
/// </summary>
internal sealed class Retries(Neo4jStoreOptions options)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Gives what the first attempt that succeeds gives.</summary>
    /// <param name="attempt">Throws <see cref="TransientFailure"/> where another attempt may help; what else it throws goes to the caller.</param>
    /// <param name="deadline">The statement's time.</param>
    /// <exception cref="GraphUnavailableException">The bounds are reached.</exception>
    /// <exception cref="OutcomeUnknownException">The statement may have happened, and must not happen twice.</exception>
    public async Task<T> RunAsync<T>(CypherStatement statement, Func<Task<T>> attempt, Deadline deadline)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt();
            }
            catch (TransientFailure failure)
            {
                if (failure.Sent && !statement.Idempotent) throw new OutcomeUnknownException($"{failure.Message}: the statement may have run.", failure);
                var wait = Wait(tries);
                if (tries > options.MaxRetries || wait >= deadline.Left) throw GiveUp(failure, tries);
                await deadline.DelayAsync(wait);
            }
        }
    }

    private static GraphUnavailableException GiveUp(TransientFailure failure, int tries) =>
        new($"{failure.Message}; tried {tries} time{(tries == 1 ? "" : "s")}.", failure);

    private static TimeSpan Wait(int tries)
    {
        var longest = Math.Min(FirstWait.TotalMilliseconds * Math.Pow(2, tries - 1), LongestWait.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(longest * Random.Shared.NextDouble());
    }
}
