using System.Diagnostics;
using System.Globalization;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Graph;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Model;

namespace SupplyGraph.Benchmarks;

/// <summary>Times the seed graph: a first start, a restart, and each question of the README.</summary>
internal static class SeedBenchmark
{
    private const int Rounds = 100, WarmingRounds = 300;

    /// <summary>The questions of the README, in its words.</summary>
    private static IReadOnlyList<(string Asked, Scenario Assumed, RouteQuestion Question)> Questions =>
    [
        ("via=pakistan", Nothing, Today with { Via = ["pakistan"] }),
        ("from=china&via=pakistan&to=europe", Nothing, Today with { From = ["china"], Via = ["pakistan"], To = ["europe"] }),
        ("from=australia&to=germany", Nothing, Today with { From = ["australia"], To = ["germany"] }),
        ("via=hungary", Nothing, Today with { Via = ["hungary"] }),
        ("from=indonesia&to=united-states, china removed", new Scenario { RemovedEntities = ["china"] },
            Today with { From = ["indonesia"], To = ["united-states"] }),
    ];

    private static readonly Dictionary<string, IReadOnlyList<Claim>> NoClaims = [];

    private static Scenario Nothing { get; } = new();

    private static RouteQuestion Today => new() { AsOf = DateOnly.FromDateTime(DateTime.UtcNow) };

    public static async Task<int> RunAsync(string folder)
    {
        using var store = new TemporaryStore();
        var load = await store.LoadAsync(folder);
        var (first, scan) = await store.SnapshotAsync();
        Print($"{first.NodeCount} entities, {first.RelationshipCount} relationships");
        Print($"first start: {load.TotalMilliseconds:0} ms to load, {scan.TotalMilliseconds:0} ms to the snapshot");
        var (snapshot, restart) = await store.SnapshotAsync();
        Print($"restart: {restart.TotalMilliseconds:0} ms (code warm)");
        foreach (var (asked, assumed, question) in Questions) Time(snapshot, asked, assumed, question);
        return 0;
    }

    /// <summary>graph-seed of the repository that holds this program or the current folder.</summary>
    public static string DefaultFolder()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "graph-seed", SeedGraph.ClaimsFile))) return Path.Combine(folder.FullName, "graph-seed");
        throw new DirectoryNotFoundException("There is no graph-seed here or above; name its folder.");
    }

    private static void Time(Snapshot snapshot, string asked, Scenario assumed, RouteQuestion question)
    {
        var first = Once(snapshot, assumed, question, out var answer);
        for (var round = 0; round < WarmingRounds; round++) Once(snapshot, assumed, question, out var _);
        var warm = Figures.Of(Enumerable.Range(0, Rounds).Select(_ => Once(snapshot, assumed, question, out var _)));
        var stopped = answer.Complete ? "" : $", stopped by {answer.StoppedBy}";
        Print($"{asked}: {answer.Routes.Count} routes, {answer.Expanded} expansions, first {first:0.0} ms, then {warm}{stopped}");
    }

    private static double Once(Snapshot snapshot, Scenario assumed, RouteQuestion question, out RouteAnswer answer)
    {
        var started = Stopwatch.GetTimestamp();
        var view = assumed.IsEmpty ? snapshot : ScenarioView.Under(assumed, snapshot, NoClaims);
        answer = RouteSearch.Find(view, question);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
