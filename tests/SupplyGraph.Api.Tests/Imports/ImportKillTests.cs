using System.Diagnostics;
using System.Globalization;
using SupplyGraph.Api.Tests.Imports.Kills;
using Xunit.Abstractions;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>
/// Servers in processes of their own that are killed in the middle of their work, and started again over the files that they left. The environment variable
/// SUPPLYGRAPH_KILLS says how often.
/// </summary>
public sealed class ImportKillTests(ITestOutputHelper output)
{
    // Past 20,000 new relationships a load sets its indexes aside.
    private const int LargeRows = 24_000;

    // Past 64 MB of pages a load writes into SQLite's log before it commits.
    private const int HugeRows = 250_000;

    private const int RoundsPerHuge = 4;

    // Few, so that the graph stays small enough for the next large load to set its indexes aside too.
    private const int KillsPerRound = 4;

    // Opening stands where it begins no round: there is work that an earlier kill left.
    private static readonly KillMoment[] Order =
        [KillMoment.Closing, KillMoment.Opening, KillMoment.Reading, KillMoment.Upload, KillMoment.Queued, KillMoment.Committed];

    private static readonly KillMoment[] OrderOfHuge = [KillMoment.Reading, KillMoment.Closing, KillMoment.Opening, KillMoment.Committed];

    private static readonly int Kills =
        int.Parse(Environment.GetEnvironmentVariable("SUPPLYGRAPH_KILLS") ?? "3", NumberStyles.None, CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_server_that_is_killed_loses_nothing_that_it_acknowledged_and_keeps_no_half_of_a_load()
    {
        var watch = Stopwatch.StartNew();
        var lengths = await MeasureAsync();
        var found = new List<KillFound>();
        var sent = 0;
        for (var round = 0; found.Count < Kills; round++)
        {
            var huge = round % RoundsPerHuge == RoundsPerHuge - 1;
            var rows = huge ? HugeRows : LargeRows;
            using var lives = new KillRound($"k{round}", rows, again: huge, new Random(round), output);
            for (var i = 0; i < KillsPerRound && found.Count < Kills; i++)
            {
                var moment = huge ? OrderOfHuge[i] : Order[found.Count % Order.Length];
                found.Add(await lives.KillAsync(moment, lengths.Of(moment, (double)rows / LargeRows)));
            }
            await lives.RecoverAsync();
            sent += lives.Sent;
        }
        Tell(found, sent, watch.Elapsed);
    }

    [UnixFact]
    public async Task A_server_that_is_asked_to_stop_leaves_its_work_to_the_next_one()
    {
        using var lives = new KillRound("stop", LargeRows, again: false, new Random(1), output);
        await lives.StopAmidAsync();
        await lives.RecoverAsync();
    }

    private async Task<MomentLengths> MeasureAsync()
    {
        using var undisturbed = new KillRound("calm", LargeRows, again: false, new Random(0), output);
        var lengths = await undisturbed.MeasureAsync();
        output.WriteLine($"Undisturbed: {lengths}");
        return lengths;
    }

    private void Tell(List<KillFound> found, int sent, TimeSpan took)
    {
        foreach (var met in found.GroupBy(f => f.MetInWords)) output.WriteLine($"Met {met.Key}: {met.Count()}");
        output.WriteLine($"{found.Count} kills, {found.Count(f => f.Waiting > 0)} of them with imports waiting, "
            + $"{found.Count(f => f.Version == f.Wanted)} after everything sent had landed; {sent} imports; {took.TotalSeconds:0} s");
    }

    /// <summary>A test that needs signals.</summary>
    private sealed class UnixFactAttribute : FactAttribute
    {
        public UnixFactAttribute()
        {
            if (OperatingSystem.IsWindows()) Skip = "Windows has no signal that asks a process to stop.";
        }
    }
}
