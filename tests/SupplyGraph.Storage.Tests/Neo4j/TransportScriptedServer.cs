using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>One thing that a <see cref="ScriptedServer"/> answers.</summary>
/// <param name="Bytes">Empty to say nothing and keep the connection open.</param>
internal sealed record Scripted(string Bytes, bool ThenClose = false)
{
    public static readonly Scripted Silence = new("");

    public static Scripted Html(int status) => Whole(status, "text/html", "<html>Sorry.</html>");

    public static Scripted Json(int status, string body) => Whole(status, "application/json", body);

    /// <summary>Promises more than it gives, and hangs up.</summary>
    public static Scripted Cut(int status, string body) =>
        new($"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {body.Length + 100}\r\n\r\n{body}", ThenClose: true);

    private static Scripted Whole(int status, string type, string body) =>
        new($"HTTP/1.1 {status} Said\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
}

/// <summary>
/// Answers request after request as it was told, on however many connections; after the last it closes them. Statements that stop others get no turn.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<Scripted> script;
    private readonly ConcurrentQueue<string> requests = new();
    private readonly Task accepting;

    public ScriptedServer(params Scripted[] answers)
    {
        script = new ConcurrentQueue<Scripted>(answers);
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The bodies of the requests.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(ending.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                while (await RequestAsync(client.GetStream()) is { } body)
                {
                    if (body.Contains("SHOW TRANSACTIONS", StringComparison.Ordinal)) return;
                    requests.Enqueue(body);
                    if (!script.TryDequeue(out var answer)) return;
                    if (answer.Bytes.Length == 0) await Task.Delay(Timeout.Infinite, ending.Token);
                    await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(answer.Bytes), ending.Token);
                    if (answer.ThenClose) return;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The transport has gone.
            }
        }
    }

    private async Task<string?> RequestAsync(NetworkStream stream)
    {
        var bytes = new byte[64 * 1024];
        for (int held = 0, got; (got = await stream.ReadAsync(bytes.AsMemory(held), ending.Token)) > 0;)
        {
            held += got;
            var text = Encoding.UTF8.GetString(bytes, 0, held);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0) continue;
            var length = text.Split("\r\n").First(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))["Content-Length: ".Length..];
            if (held == head + 4 + int.Parse(length, CultureInfo.InvariantCulture)) return text[(head + 4)..];
        }
        return null;
    }
}
