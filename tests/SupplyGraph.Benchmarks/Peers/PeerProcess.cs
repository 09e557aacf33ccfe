using System.Diagnostics;

namespace SupplyGraph.Benchmarks.Peers;

/// <summary>A program that is told lines and answers in lines; what it says of errors comes through on ours.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process process;

    public PeerProcess(string program, params string[] arguments) =>
        process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Tells it a line.</summary>
    public void Tell(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
    }

    /// <summary>Waits for its next line.</summary>
    public string Hear() => process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{process.StartInfo.FileName} ended too early.");

    /// <summary>Runs a program to its end and gives what it printed; null where it fails or is not there.</summary>
    public static string? Run(string program, params string[] arguments)
    {
        if (!File.Exists(program)) return null;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? printed.Trim() : null;
    }

    /// <summary>Lets it end by itself: there is nothing more to hear.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
