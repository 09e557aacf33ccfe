using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>The server as it is run for users: a process of its own over the graph of a folder.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts it over <c>graph.db</c> in the folder, on a free port, and does not wait until it answers.</summary>
    /// <param name="further">Arguments besides.</param>
    public ServerProcess(string folder, params string[] further)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "SupplyGraph.Api.dll"),
            "--urls=http://127.0.0.1:0",
            $"--Embedded:Path={Path.Combine(folder, "graph.db")}",
            $"--Seed:Folder={SmallGraph.Folder}",
            "--RateLimit:RequestsPerMinute=0",
        ];
        foreach (var argument in arguments.Concat(further)) start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Speaks to the server; usable once it is ready.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>Waits until the graph is open.</summary>
    public async Task ReadyAsync()
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(address.Task, ended).WaitAsync(Patience) == ended) Assert.Fail("The server ended as it started:\n" + Log);
        Client.BaseAddress = await address.Task;
        using var limit = new CancellationTokenSource(Patience);
        while (!await IsReadyAsync(limit.Token)) await Task.Delay(5, limit.Token);
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        Assert.False(process.HasExited, "The server ended by itself:\n" + Log);
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to end, as <c>kill</c> does, and waits until it has; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>What it logged as going wrong.</summary>
    public IReadOnlyList<string> Errors => [.. log.Where(line =>
        line.Contains(" fail: ", StringComparison.Ordinal) || line.Contains(" crit: ", StringComparison.Ordinal))];

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
        process.Dispose();
        Client.Dispose();
    }

    private string Log => string.Join('\n', log.TakeLast(20));

    private async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException refused)
        {
            throw new InvalidOperationException("The server ended before it was ready:\n" + Log, refused);
        }
    }

    private void Take(string? line)
    {
        if (line is null) return;
        log.Enqueue(line);
        var found = line.IndexOf(Listening, StringComparison.Ordinal);
        if (found >= 0) address.TrySetResult(new Uri(line[(found + Listening.Length)..].Trim()));
    }
}
