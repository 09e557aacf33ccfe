using System.Net;
using System.Net.Sockets;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>A network between the server and Neo4j that a test cuts, mends, and makes silent.</summary>
internal sealed class HostingRelay : IAsyncDisposable
{
    private readonly Uri target;
    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private readonly List<Socket> open = [];
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;
    private volatile bool silent;

    private HostingRelay(Uri target)
    {
        this.target = target;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Uri = new Uri($"http://{free.LocalEndpoint}");
    }

    public Uri Uri { get; }

    /// <summary>A cut one, with an address of its own on which nobody listens yet.</summary>
    public static HostingRelay To(Uri target) => new(target);

    /// <summary>From now on bytes travel.</summary>
    public void Mend()
    {
        silent = false;
        Cut();
        listener = new TcpListener(IPAddress.Loopback, Uri.Port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        accepting = AcceptAsync(listener);
    }

    /// <summary>From now on connections are refused, and those that there are break.</summary>
    public void Cut()
    {
        listener?.Dispose();
        listener = null;
        lock (gate)
        {
            foreach (var socket in open) socket.Dispose();
            open.Clear();
        }
    }

    /// <summary>From now on connections are taken, and nothing comes back over them.</summary>
    public void Silence() => silent = true;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        Cut();
        await accepting;
        ending.Dispose();
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                var near = await from.AcceptSocketAsync(ending.Token);
                var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
                lock (gate) open.AddRange([near, far]);
                await far.ConnectAsync(target.Host, target.Port, ending.Token);
                _ = PumpAsync(near, far);
                _ = PumpAsync(far, near);
            }
        }
        catch (Exception cut) when (cut is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer, ending.Token)) > 0)
            {
                while (silent) await Task.Delay(20, ending.Token);
                await to.SendAsync(buffer.AsMemory(0, read), ending.Token);
            }
        }
        catch (Exception cut) when (cut is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut.
        }
        from.Dispose();
        to.Dispose();
    }
}
