using Neo4j.Driver;

namespace SupplyGraph.Storage.Neo4j.Transport.Bolt;

/// <summary>Ends a statement on the server that nobody waits for any more. The driver has no way to take one back that it was given.</summary>
internal sealed class BoltStop(IDriver driver, string database, StatementId id)
{
    /// <summary>Looks for the statement until it is found or has ended; never throws. One that waits for a connection is sent in spite of all.</summary>
    public async Task RunAsync(Task<IResultCursor> sending)
    {
        try
        {
            using var patience = new CancellationTokenSource(StopStatement.Patience);
            while (!sending.IsFaulted)
            {
                if (id.Sent && (await TryAsync(patience.Token) || sending.IsCompleted)) return;
                await Task.WhenAny(sending, Task.Delay(StopStatement.Pause, patience.Token));
                patience.Token.ThrowIfCancellationRequested();
            }
        }
        catch (Exception e) when (e is Neo4jException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // A server that cannot be reached cannot be told; the transaction has a time limit.
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancel)
    {
        await using var session = driver.AsyncSession(config => config.WithDatabase(database).WithDefaultAccessMode(AccessMode.Read));
        var stopping = await session.RunAsync(StopStatement.Text, new Dictionary<string, object> { ["id"] = id.Sought }).WaitAsync(cancel);
        return await stopping.FetchAsync().WaitAsync(cancel);
    }
}
