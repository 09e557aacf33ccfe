using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SupplyGraph.Tests.Neo4j;

/// <summary>A Neo4j server of a test's own, to be killed and started again. Needs SUPPLYGRAPH_TEST_NEO4J_SERVER, the folder with its scripts.</summary>
internal sealed class OwnNeo4j : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("supplygraph-neo4j-").FullName;
    private readonly (int Http, int Bolt) ports = (FreePort(), FreePort());

    /// <summary>Why tests that need one are skipped; null where they need not be.</summary>
    public static string? Missing => Scripts is null ? "No server to kill: set SUPPLYGRAPH_TEST_NEO4J_SERVER to the folder with its start and stop." : null;

    private static string? Scripts => Neo4jServer.Setting("SERVER");

    public Uri Uri => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports.Http}"));

    public static string Password => "not-a-secret";

    /// <summary>Starts it, or starts it again over what it left; returns when it answers.</summary>
    public Task StartAsync() => RunAsync(
        "start", "--home", home, "--http", Text(ports.Http), "--bolt", Text(ports.Bolt), "--password", Password, "--heap", "512m", "--pagecache", "64m");

    /// <summary>Ends it at once, as a power cut would.</summary>
    public Task KillAsync() => RunAsync("stop", home, "--kill");

    public void Dispose() => RunAsync("stop", home, "--kill", "--remove").GetAwaiter().GetResult();

    private static async Task RunAsync(string script, params string[] arguments)
    {
        // Not piped: the server, which the script leaves running, would hold the pipe open.
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "\"$0\" \"$@\" >/dev/null 2>&1", Path.Combine(Scripts!, script), .. arguments]))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script} {string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A test that kills a server of its own.</summary>
public sealed class OwnNeo4jFactAttribute : FactAttribute
{
    public OwnNeo4jFactAttribute() => Skip = OwnNeo4j.Missing;
}
