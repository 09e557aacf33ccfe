using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

/// <summary>Ctrl-C.</summary>
public sealed class InterruptTests : OwnServer
{
    // Enough to keep the server at work for far longer than it takes to cancel.
    private const int ManyRows = 200_000;

    [Fact]
    public async Task A_running_import_is_cancelled_on_the_server_and_nothing_changes()
    {
        var before = await Server.GetAsync("/v1/export");
        using var interrupt = new CancellationTokenSource();
        string[] files = [Folder.Write("claims.csv", Rows.Many(ManyRows)), Folder.Write("b.csv", Rows.Good)];
        var running = Shell.RunAsync(interrupt.Token, ["import", .. files]);
        await UntilAnImportRunsAsync();
        await interrupt.CancelAsync();
        var ran = await running;
        Assert.Equal(ExitCode.Cancelled, ran.Code);
        Assert.Matches("Stopped: import .+ is cancelled", ran.Error);
        Assert.Contains("b.csv", ran.Error, StringComparison.Ordinal);
        Assert.Equal("cancelled", Assert.Single(await ImportsAsync())!["state"]!.GetValue<string>());
        Assert.Equal(before, await Server.GetAsync("/v1/export"));
    }

    [Fact]
    public async Task During_the_upload_nothing_reaches_the_server()
    {
        using var interrupt = new CancellationTokenSource();
        await using var input = new EndlessInput(interrupt);
        var ran = await new Shell(Server.Address) { In = input }.RunAsync(interrupt.Token, "import", "-");
        Assert.Equal(ExitCode.Cancelled, ran.Code);
        Assert.Contains("nothing of it is imported", ran.Error, StringComparison.Ordinal);
        Assert.Empty(await ImportsAsync());
    }

    [Fact]
    public async Task The_process_itself_winds_down_at_the_signal()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = Start("import", Folder.Write("claims.csv", Rows.Many(ManyRows)));
        await UntilAnImportRunsAsync();
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.Cancelled, process.ExitCode);
        Assert.Contains("is cancelled", error, StringComparison.Ordinal);
        Assert.Equal("cancelled", Assert.Single(await ImportsAsync())!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_process_that_waits_for_its_input_ends_at_the_signal()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = Start("import", "-");
        // More than it looks at to tell the format, so that it has come to the upload when all is taken.
        await process.StandardInput.WriteAsync(Rows.Many(20_000));
        await process.StandardInput.FlushAsync();
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.Cancelled, process.ExitCode);
        Assert.Contains("nothing of it is imported", error, StringComparison.Ordinal);
        Assert.Empty(await ImportsAsync());
    }

    private Process Start(params string[] args)
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        // A shell starts what runs in the background with the signal ignored, and so it is for everything below. On Linux env undoes that.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", dotnet] : [dotnet];
        var start = new ProcessStartInfo(command[0], [.. command[1..], typeof(SupplyGraphCommand).Assembly.Location, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SUPPLYGRAPH_SERVER"] = Server.Address.ToString() },
        };
        return Process.Start(start)!;
    }

    private async Task UntilAnImportRunsAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await ImportsAsync()).Any(import => import!["state"]!.GetValue<string>() == "running")) await Task.Delay(10, limit.Token);
    }

    private async Task<JsonArray> ImportsAsync() => JsonNode.Parse(await Server.GetAsync("/v1/imports"))!["items"]!.AsArray();

    /// <summary>Gives some rows, presses Ctrl-C, and never ends.</summary>
    private sealed class EndlessInput(CancellationTokenSource interrupt) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(Rows.Many(20_000)))
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await base.ReadAsync(buffer, cancellationToken) is > 0 and var read) return read;
            await interrupt.CancelAsync();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return 0;
        }
    }
}
