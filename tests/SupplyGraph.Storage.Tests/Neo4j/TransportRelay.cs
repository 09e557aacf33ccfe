using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>
/// Stands between a transport and the server, passes bytes on, and cuts the connection when a certain text has gone to the server: whether the server acts on
/// it nobody on this side knows.
/// </summary>
internal sealed class CuttingRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Uri server;
    private readonly byte[] marker;
    private readonly Task accepting;
    private int cutsLeft;
    private int seen;
    private int open;
    private int mostAtOnce;

    public CuttingRelay(Uri server, string marker, int cuts)
    {
        this.server = server;
        this.marker = Encoding.UTF8.GetBytes(marker);
        cutsLeft = cuts;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new UriBuilder(server) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;

    /// <summary>How often the text went by.</summary>
    public int Seen => Volatile.Read(ref seen);

    /// <summary>Connections that were open at the same time.</summary>
    public int MostAtOnce => Volatile.Read(ref mostAtOnce);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relays = new List<Task>();
        try
        {
            while (true) relays.Add(RelayAsync(await listener.AcceptTcpClientAsync(ending.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var there = new TcpClient();
        using (client)
        {
            mostAtOnce = Math.Max(mostAtOnce, Interlocked.Increment(ref open));
            await there.ConnectAsync(server.Host, server.Port, ending.Token);
            await Task.WhenAny(PassAsync(client, there, watched: true), PassAsync(there, client, watched: false));
            Interlocked.Decrement(ref open);
        }
    }

    // The text is not split over two reads: the requests of these tests are small.
    private async Task PassAsync(TcpClient from, TcpClient to, bool watched)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            for (int got; (got = await from.GetStream().ReadAsync(bytes, ending.Token)) > 0;)
            {
                var found = watched && bytes.AsSpan(0, got).IndexOf(marker) >= 0;
                // Counted before it goes on: the answer may be back with the test before this thread runs again.
                if (found) Interlocked.Increment(ref seen);
                await to.GetStream().WriteAsync(bytes.AsMemory(0, got), ending.Token);
                if (found && Interlocked.Decrement(ref cutsLeft) >= 0) return;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Either side has gone.
        }
    }
}
