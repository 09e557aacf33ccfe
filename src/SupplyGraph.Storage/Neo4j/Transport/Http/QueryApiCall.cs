using System.Net;
using System.Text.Json;

namespace SupplyGraph.Storage.Neo4j.Transport.Http;

/// <summary>An attempt over the Query API.</summary>
internal sealed class QueryApiCall(QueryApi api, CypherStatement statement, Deadline deadline, CallSetting setting, Turn turn) : ICypherCall
{
    private readonly string id = Guid.NewGuid().ToString("N");
    private IReadOnlyList<string> sentBookmarks = [];
    private StatementContent? content;
    private HttpResponseMessage? response;
    private QueryApiAnswer? answer;
    private bool over;

    /// <inheritdoc/>
    public List<CypherRow> Rows => answer!.Rows;

    private bool Sent => content is { Sent: true };

    private Place Place => setting.Place;

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
        if (over)
        {
            Rows.Clear();
            return false;
        }
        if (await GuardAsync(() => answer!.ReadAsync(deadline.Token).AsTask())) return true;
        over = true;
        if (answer!.Error is { } error) throw setting.Failure(error, statement, sentBookmarks);
        if (!response!.IsSuccessStatusCode) throw Strange(response.StatusCode);
        setting.Bookmarks.Replace(sentBookmarks, answer.Bookmarks);
        return false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        answer?.Dispose();
        response?.Dispose();
        content?.Dispose();
        if (!over && Sent) await api.StopAsync(id);
        turn.GiveBack();
    }

    private async Task<bool> SendAsync()
    {
        sentBookmarks = setting.Bookmarks.Newest;
        var body = new PooledBuffer();
        QueryApiRequest.Write(body, statement, id, sentBookmarks);
        content = new StatementContent(body);
        response = await api.SendAsync(content, deadline.Token);
        body.GiveBack();
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            over = true;
            throw Strange(response.StatusCode);
        }
        answer = new QueryApiAnswer(await response.Content.ReadAsStreamAsync(deadline.Token));
        return true;
    }

    private async Task<bool> GuardAsync(Func<Task<bool>> step)
    {
        try
        {
            return await step();
        }
        catch (OperationCanceledException e) when (deadline.Token.IsCancellationRequested)
        {
            throw deadline.Exception(Sent && !statement.Idempotent, e);
        }
        catch (OperationCanceledException e)
        {
            throw new TransientFailure($"{Place} takes no connection within {setting.ConnectTimeout.TotalSeconds:0.###} s", e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw new GraphUnavailableException($"{Place} cannot be trusted: {e.InnerException?.Message ?? e.Message}", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            over = true;
            var reason = Sent ? "broke the connection off" : "cannot be reached";
            throw new TransientFailure($"{Place} {reason} ({e.Message})", e) { Sent = Sent };
        }
        catch (JsonException e)
        {
            throw new TransientFailure($"{Place} gave half an answer ({e.Message})", e) { Sent = true };
        }
    }

    /// <summary>An answer that is not the Query API's: of a proxy before it, or of something else altogether.</summary>
    private Exception Strange(HttpStatusCode status) => status switch
    {
        HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests => new TransientFailure($"{Place} answers {(int)status}"),
        HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => new TransientFailure($"{Place} answers {(int)status}") { Sent = true },
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new GraphUnavailableException($"{Place} refuses the credentials ({(int)status})."),
        _ => new GraphUnavailableException($"{Place} answers {(int)status}, not as the Query API of Neo4j 5.19 or later does."),
    };
}
