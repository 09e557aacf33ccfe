using System.Net.Sockets;
using Neo4j.Driver;
using DriverBookmarks = Neo4j.Driver.Bookmarks;
using TlsException = System.Security.Authentication.AuthenticationException;

namespace SupplyGraph.Storage.Neo4j.Transport.Bolt;

/// <summary>An attempt over Bolt.</summary>
internal sealed class BoltCall(IDriver driver, string database, CypherStatement statement, Deadline deadline, CallSetting setting, Turn turn) : ICypherCall
{
    private const int MaxRows = 1000;

    private readonly StatementId id = new();
    private readonly IReadOnlyList<string> sentBookmarks = setting.Bookmarks.Newest;
    private IAsyncSession? session;
    private Task<IResultCursor>? running;
    private IResultCursor? cursor;
    private Task<bool>? fetching;
    private bool over;

    /// <inheritdoc/>
    public List<CypherRow> Rows { get; } = [];

    /// <summary>Sends the statement and reads the first rows; lets go of everything where that fails.</summary>
    public async Task<ICypherCall> OpenAsync()
    {
        try
        {
            await GuardAsync(SendAsync);
            await ReadAsync();
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync()
    {
        Rows.Clear();
        if (!over) await GuardAsync(FetchAsync);
        return Rows.Count > 0;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!over && running is not null) await new BoltStop(driver, database, id).RunAsync(running);
        // A session closes when its statement has ended. A server that says nothing more keeps the connection, and the turn, until the driver gives it up.
        var closing = CloseAsync();
        await Task.WhenAny(closing, Task.Delay(StopStatement.Patience));
    }

    private async Task SendAsync()
    {
        var query = new Query(statement.Query, BoltValues.Parameters(statement, id));
        session = driver.AsyncSession(config => config.WithDatabase(database).WithBookmarks(DriverBookmarks.From(sentBookmarks))
            .WithDefaultAccessMode(statement.Writes ? AccessMode.Write : AccessMode.Read));
        // Zero would be no limit at all.
        var left = deadline.Left + TimeSpan.FromMilliseconds(1);
        running = session.RunAsync(query, transaction => transaction.WithTimeout(left));
        cursor = await running.WaitAsync(deadline.Token);
    }

    /// <summary>Takes the rows that are there, up to a bound, and waits only where there are none.</summary>
    private async Task FetchAsync()
    {
        while (Rows.Count < MaxRows)
        {
            fetching ??= cursor!.FetchAsync();
            if (!fetching.IsCompleted && Rows.Count > 0) return;
            var more = await fetching.WaitAsync(deadline.Token);
            fetching = null;
            if (!more)
            {
                await EndAsync();
                return;
            }
            Rows.Add(BoltValues.Row(cursor!.Current));
        }
    }

    private async Task EndAsync()
    {
        await cursor!.ConsumeAsync().WaitAsync(deadline.Token);
        over = true;
        setting.Bookmarks.Replace(sentBookmarks, session!.LastBookmarks?.Values ?? []);
    }

    private async Task CloseAsync()
    {
        try
        {
            if (session is not null) await session.CloseAsync();
        }
        catch (Exception e) when (e is Neo4jException or IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // What went wrong with the statement has been said; closing says it again.
        }
        turn.GiveBack();
    }

    private async Task GuardAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (OperationCanceledException e) when (deadline.Token.IsCancellationRequested)
        {
            // What waits for a connection the driver sends even now.
            throw deadline.Exception((id.Sent || running is { IsCompleted: false }) && !statement.Idempotent, e);
        }
        catch (Neo4jException e) when (e.Code?.StartsWith("Neo.", StringComparison.Ordinal) == true)
        {
            over = true;
            throw setting.Failure(new ServerError(e.Code, e.Message), statement, sentBookmarks);
        }
        catch (Exception e) when (e.GetBaseException() is TlsException)
        {
            over = true;
            throw new GraphUnavailableException($"{setting.Place} cannot be trusted: {e.GetBaseException().Message}", e);
        }
        catch (Exception e) when (e is ServiceUnavailableException or SessionExpiredException or ConnectionReadTimeoutException or IOException
            or SocketException or OperationCanceledException)
        {
            over = true;
            var reason = id.Sent ? "broke the connection off" : "cannot be reached";
            throw new TransientFailure($"{setting.Place} {reason} ({e.GetBaseException().Message})", e) { Sent = id.Sent };
        }
        catch (Neo4jException e)
        {
            throw new GraphUnavailableException($"{setting.Place} answers not as Neo4j does: {e.Message}", e);
        }
    }
}
