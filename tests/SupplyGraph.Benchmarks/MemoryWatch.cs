using System.Diagnostics;
using System.Globalization;

namespace SupplyGraph.Benchmarks;

/// <summary>Watches how much memory the process holds, in resident bytes, every 20 ms.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly long before;
    private readonly Task watching;
    private long peak;

    private MemoryWatch()
    {
        before = Settled();
        watching = Task.Run(WatchAsync);
    }

    public static MemoryWatch Start() => new();

    /// <summary>What was held before, at most, and after; the last is the snapshot's growth and what the runtime keeps for itself.</summary>
    public string Stop()
    {
        stop.Cancel();
        watching.Wait();
        var after = Settled();
        var beyond = peak - Math.Max(before, after);
        return string.Create(CultureInfo.InvariantCulture,
            $"memory {before / 1e6:0} MB before, at most {peak / 1e6:0} MB, {after / 1e6:0} MB after: {beyond / 1e6:0} MB beyond what stays");
    }

    private async Task WatchAsync()
    {
        using var self = Process.GetCurrentProcess();
        while (!stop.IsCancellationRequested)
        {
            self.Refresh();
            peak = Math.Max(peak, self.WorkingSet64);
            await Task.Delay(20);
        }
    }

    private static long Settled()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    public void Dispose() => stop.Dispose();
}
