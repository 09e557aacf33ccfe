using System.Diagnostics;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>What a server was at when it ended: what was seen of it last, and what it left.</summary>
internal sealed partial class KillRound
{
    private (string Import, int Rows) seen;

    // Waits, and sees meanwhile how far the running import has come.
    private async Task WatchAsync(HttpClient client, TimeSpan delay)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            var running = (await client.GetJsonAsync("/v1/imports?state=running"))["items"]!.AsArray();
            if (running.Count == 1) seen = (running[0]!["id"].Text(), running[0]!["rows"]!["read"].Number());
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp((delay - watch.Elapsed).TotalMilliseconds, 0, 3)));
        }
        while (watch.Elapsed < delay);
    }

    private KillFound Look(KillMoment moment, TimeSpan delay)
    {
        using var left = new KilledFiles(folder);
        var counts = left.Check(Expected);
        var found = new KillFound
        {
            Aim = moment,
            Delay = delay,
            Met = moment == KillMoment.Opening ? KillMoment.Opening : Met(left),
            Waiting = left.Queued,
            Version = counts.Version,
            Wanted = Expected.End.Version,
            LogBytes = left.LogBytes,
        };
        output.WriteLine($"{name}: {found}");
        return found;
    }

    private KillMoment? Met(KilledFiles left)
    {
        if (Expected.Loads.Any(l => l.Id is null)) return KillMoment.Upload;
        if (left.Running is not { } running) return left.Queued > 0 ? KillMoment.Queued : null;
        if (left.HasCommitted(running)) return KillMoment.Committed;
        return seen == (running, Expected.Loads.Single(l => l.Id == running).Rows) ? KillMoment.Closing : KillMoment.Reading;
    }
}
