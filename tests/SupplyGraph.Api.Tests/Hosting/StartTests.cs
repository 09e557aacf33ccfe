using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SupplyGraph.Api.Http.Hosting;

namespace SupplyGraph.Api.Tests.Hosting;

/// <summary>How the server's process ends where it cannot start.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Wrong_settings_end_the_process_with_one_message_and_without_a_stack_trace()
    {
        var (code, output, errors) = await RunAsync("--Store=Neo4j", "--Neo4j:Uri=nowhere");
        Assert.Equal(1, code);
        Assert.Equal("", output);
        var lines = errors.TrimEnd().Split('\n');
        Assert.Equal("2 settings are wrong:", lines[0].TrimEnd());
        Assert.Equal(["  Neo4j:Uri is", "  Neo4j:Password is"], lines[1..].Select(line => string.Join(' ', line.Split(' ').Take(4))));
    }

    [Fact]
    public async Task A_seed_that_is_not_there_ends_the_process_in_an_error()
    {
        var folder = Directory.CreateTempSubdirectory("supplygraph-start-").FullName;
        var (code, output, _) = await RunAsync(
            "--urls=http://127.0.0.1:0", $"--Embedded:Path={Path.Combine(folder, "graph.db")}", $"--Seed:Folder={Path.Combine(folder, "none")}");
        Directory.Delete(folder, recursive: true);
        Assert.Equal(1, code);
        Assert.Contains("could not be opened or seeded", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_health_check_of_nobody_fails()
    {
        var (code, output, _) = await RunAsync("--health", $"http://127.0.0.1:{FreePort()}/health/ready");
        Assert.Equal(1, code);
        Assert.Contains("/health/ready: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("200 OK", """{"status":"ready"}""", 0)]
    [InlineData("503 Service Unavailable", """{"code":"not_ready"}""", 1)]
    public async Task A_health_check_tells_what_the_server_says(string status, string body, int expected)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answered = AnswerAsync(listener, $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        var (code, output, _) = await RunAsync("--health", $"http://{listener.LocalEndpoint}/health/ready");
        Assert.Equal((expected, body), (code, output.Trim()));
        await answered;
    }

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var request = new byte[4096];
        Assert.NotEqual(0, await stream.ReadAsync(request));
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(StoreOptions).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
        return (process.ExitCode, await output, await errors);
    }
}
