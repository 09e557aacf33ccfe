using System.Runtime.CompilerServices;

namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>What the transports share: one time for all attempts, one rule for trying again, connections that are waited for in turn, and bookmarks.</summary>
internal abstract class CallingTransport(Neo4jStoreOptions options) : ICypherTransport
{
    private readonly Retries retries = new(options);

    // Waiting here, not inside the pool of connections, a statement takes the newest bookmarks along when its turn comes.
    private readonly SemaphoreSlim connections = new(options.MaxConnections);

    /// <summary>What the next statement will wait for.</summary>
    public IReadOnlyList<string> NewestBookmarks => Setting.Bookmarks.Newest;

    protected CallSetting Setting { get; } = new(options);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CypherRow>> RunAsync(CypherStatement statement, CancellationToken cancel)
    {
        using var deadline = new Deadline(statement, options, Setting.Place, cancel);
        return await retries.RunAsync(statement, async () =>
        {
            var rows = new List<CypherRow>();
            await using var call = await OpenInTurnAsync(statement, deadline);
            do rows.AddRange(call.Rows);
            while (await call.ReadAsync());
            return rows;
        }, deadline);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CypherRow> StreamAsync(CypherStatement statement, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var deadline = new Deadline(statement, options, Setting.Place, cancel);
        await using var call = await retries.RunAsync(statement, () => OpenInTurnAsync(statement, deadline), deadline);
        do
        {
            foreach (var row in call.Rows) yield return row;
        }
        while (await ReadOnAsync(call));
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        connections.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends a statement and reads the first rows of its answer, or all where there are few.</summary>
    /// <param name="turn">Given back by the call when it lets go of its connection.</param>
    protected abstract Task<ICypherCall> OpenAsync(CypherStatement statement, Deadline deadline, Turn turn);

    // Rows have been given away: there is no second try.
    private static async ValueTask<bool> ReadOnAsync(ICypherCall call)
    {
        try
        {
            return await call.ReadAsync();
        }
        catch (TransientFailure failure)
        {
            throw new GraphUnavailableException($"{failure.Message}, in the middle of its answer.", failure);
        }
    }

    private async Task<ICypherCall> OpenInTurnAsync(CypherStatement statement, Deadline deadline)
    {
        try
        {
            await connections.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException e)
        {
            throw deadline.Exception(sentOnce: false, e);
        }
        return await OpenAsync(statement, deadline, new Turn(connections));
    }
}
