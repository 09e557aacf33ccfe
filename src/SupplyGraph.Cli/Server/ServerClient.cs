using System.Net;
using System.Net.Http.Json;

namespace SupplyGraph.Cli.Server;

/// <summary>The server over HTTP. A request is sent again only where the server asks to come back later.</summary>
internal sealed class ServerClient : IDisposable
{
    private readonly HttpClient http;
    private readonly Pace pace;
    private readonly Action<string> note;

    /// <param name="note">Takes what the reader should know while waiting.</param>
    public ServerClient(Uri address, Pace pace, Action<string> note)
    {
        this.pace = pace;
        this.note = note;
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // A server reads no body before it has looked at the request: what it refuses at once need not be sent.
            Expect100ContinueTimeout = TimeSpan.FromSeconds(5),
        };
        http = new HttpClient(handler) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("supplygraph");
    }

    public Uri Address => http.BaseAddress!;

    /// <summary>Asks, and reads the whole answer.</summary>
    /// <exception cref="ProblemException">The server answered with a problem.</exception>
    /// <exception cref="UnreachableException">It did not answer.</exception>
    public async Task<Answer> AskAsync(HttpMethod method, string path, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        return await NetworkAsync(async () =>
        {
            using var response = await SendAsync(() => new HttpRequestMessage(method, path), () => true, limit, cancel);
            return await ReadAsync(response, limit.Token);
        }, cancel);
    }

    public Task<Answer> GetAsync(string path, CancellationToken cancel) => AskAsync(HttpMethod.Get, path, cancel);

    /// <summary>Asks a question that is too long for an address, as JSON, and reads the whole answer. It changes nothing, so it may be sent again.</summary>
    /// <exception cref="ProblemException">The server answered with a problem.</exception>
    /// <exception cref="UnreachableException">It did not answer.</exception>
    public async Task<Answer> PostAsync(string path, object question, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        return await NetworkAsync(async () =>
        {
            using var response = await SendAsync(
                () => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(question) }, () => true, limit, cancel);
            return await ReadAsync(response, limit.Token);
        }, cancel);
    }

    /// <summary>Asks for a file, and hands on its content as it comes.</summary>
    public Task DownloadAsync(string path, Func<Stream, CancellationToken, Task> take, CancellationToken cancel) => NetworkAsync(async () =>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), () => true, limit, cancel);
        if (!response.IsSuccessStatusCode) throw new ProblemException(await WholeAsync(response, cancel));
        await using var content = await response.Content.ReadAsStreamAsync(cancel);
        await take(content, cancel);
        return true;
    }, cancel);

    /// <summary>Sends a file. The server may take any time for it.</summary>
    /// <param name="key">Names this import, so that a second sending of it is no second import.</param>
    public Task<Answer> UploadAsync(string path, UploadContent content, string key, CancellationToken cancel) => NetworkAsync(async () =>
    {
        using var response = await SendAsync(Request, () => content.CanBeSent, limit: null, cancel);
        return await ReadAsync(response, cancel);

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.ExpectContinue = true;
            request.Headers.Add("Idempotency-Key", key);
            return request;
        }
    }, cancel);

    // The requests are not disposed of: that would dispose of the content, which may be sent again.
    private async Task<HttpResponseMessage> SendAsync(
        Func<HttpRequestMessage> request, Func<bool> mayRepeat, CancellationTokenSource? limit, CancellationToken cancel)
    {
        for (var held = TimeSpan.Zero; ;)
        {
            limit?.CancelAfter(pace.Answer);
            var response = await http.SendAsync(request(), HttpCompletionOption.ResponseHeadersRead, limit?.Token ?? cancel);
            if (HoldBack(response) is not { } pause || held + pause > pace.HeldBack || !mayRepeat())
            {
                limit?.CancelAfter(Timeout.InfiniteTimeSpan);
                return response;
            }
            note($"The server asks to wait {pause.TotalSeconds:0} s ({(int)response.StatusCode}).");
            response.Dispose();
            limit?.CancelAfter(Timeout.InfiniteTimeSpan);
            await Task.Delay(pause, cancel);
            held += pause;
        }
    }

    private static TimeSpan? HoldBack(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is { } after
            ? after.Delta ?? (after.Date - DateTimeOffset.UtcNow is { } wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero)
            : null;

    private static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var answer = await WholeAsync(response, cancel);
        return response.IsSuccessStatusCode ? answer : throw new ProblemException(answer);
    }

    private static async Task<Answer> WholeAsync(HttpResponseMessage response, CancellationToken cancel) =>
        new(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));

    private async Task<T> NetworkAsync<T>(Func<Task<T>> ask, CancellationToken cancel)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException e)
        {
            var absent = e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
            throw new UnreachableException(Innermost(e), e) { IsAbsent = absent };
        }
        catch (IOException e) when (FileOut.IsOfNetwork(e))
        {
            throw new UnreachableException("The server broke off its answer", e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new UnreachableException($"No answer within {pace.Answer.TotalSeconds:0} s", e);
        }
    }

    // The outer messages say that sending failed; the innermost says why.
    private static string Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e.Message;

    public void Dispose() => http.Dispose();
}
