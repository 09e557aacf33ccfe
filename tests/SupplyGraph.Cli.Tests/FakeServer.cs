using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupplyGraph.Cli.Tests;

/// <summary>Answers each connection with the next of some texts, byte by byte as given: for what no SupplyGraph server does when asked to.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    /// <summary>Stands before an answer that comes when the body is read; other answers come before it is sent.</summary>
    public const string Takes = "(takes the body)";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<string> requests = [];
    private readonly Task serving;

    public FakeServer(params string[] answers)
    {
        listener.Start();
        serving = ServeAsync(answers);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>The requests that came, each up to the end of its headers.</summary>
    public IReadOnlyList<string> Requests => requests;

    /// <summary>A whole answer.</summary>
    public static string Answer(string status, string body, string contentType = "application/json", string more = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{more}\r\n{body}";

    private async Task ServeAsync(string[] answers)
    {
        try
        {
            foreach (var answer in answers)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                var stream = client.GetStream();
                requests.Add(await UntilAsync(stream, "\r\n\r\n"));
                var takes = answer.StartsWith(Takes, StringComparison.Ordinal);
                if (takes)
                {
                    await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), stop.Token);
                    await UntilAsync(stream, "\r\n0\r\n\r\n");
                }
                await stream.WriteAsync(Encoding.UTF8.GetBytes(takes ? answer[Takes.Length..] : answer), stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task<string> UntilAsync(NetworkStream stream, string end)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal) && await stream.ReadAsync(one, stop.Token) > 0) text.Append((char)one[0]);
        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        stop.Dispose();
    }
}
