using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SupplyGraph.Storage.Neo4j.Transport.Http;

/// <summary>The HTTP side of one database: where it is, who asks, and the connections.</summary>
internal sealed class QueryApi : IDisposable
{
    // The server closes a connection that was idle for 30 s. Were we to send on it in that moment, nobody could tell whether the statement ran.
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(15);

    private readonly Uri uri;
    private readonly AuthenticationHeaderValue credentials;
    private readonly HttpMessageInvoker connections;
    private readonly HttpMessageInvoker stopping;

    public QueryApi(Neo4jStoreOptions options)
    {
        uri = new Uri($"{options.Uri.AbsoluteUri.TrimEnd('/')}/db/{Uri.EscapeDataString(options.Database)}/query/v2");
        credentials = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
        connections = Connections(options, options.MaxConnections);
        stopping = Connections(options, 1);
    }

    /// <summary>Sends a statement; gives the answer once its head is there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpContent body, CancellationToken cancel) => SendAsync(connections, body, cancel);

    /// <summary>
    /// Ends a statement on the server that nobody waits for any more: the Query API of Neo4j 5 ignores maxExecutionTime outside explicit transactions, and
    /// sees that a connection is closed only when it has rows to send. On a connection of its own, for the others may all be busy. Never throws.
    /// </summary>
    public async Task StopAsync(string id)
    {
        var stop = new CypherStatement(StopStatement.Text) { Parameters = new Dictionary<string, object?> { ["id"] = id } };
        try
        {
            await StopStatement.RunAsync(async cancel =>
            {
                var body = new PooledBuffer();
                QueryApiRequest.Write(body, stop, id: "", bookmarks: []);
                using var content = new StatementContent(body);
                using var response = await SendAsync(stopping, content, cancel);
                using var answer = new QueryApiAnswer(await response.Content.ReadAsStreamAsync(cancel));
                return await answer.ReadAsync(cancel) || answer.Error is not null;
            });
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException or ObjectDisposedException)
        {
            // A server that cannot be reached cannot be told.
        }
    }

    public void Dispose()
    {
        connections.Dispose();
        stopping.Dispose();
    }

    private static HttpMessageInvoker Connections(Neo4jStoreOptions options, int most) => new(new SocketsHttpHandler
    {
        ConnectTimeout = options.ConnectTimeout,
        MaxConnectionsPerServer = most,
        PooledConnectionIdleTimeout = IdleConnection,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
    });

    private Task<HttpResponseMessage> SendAsync(HttpMessageInvoker over, HttpContent body, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = body };
        request.Headers.Authorization = credentials;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return over.SendAsync(request, cancel);
    }
}
