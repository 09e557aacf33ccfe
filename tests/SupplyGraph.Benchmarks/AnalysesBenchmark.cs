using System.Diagnostics;
using System.Globalization;
using SupplyGraph.Analysis;
using SupplyGraph.Analysis.Chokepoints;
using SupplyGraph.Analysis.Concentrations;
using SupplyGraph.Analysis.Disruptions;
using SupplyGraph.Analysis.Hubs;
using SupplyGraph.Analysis.Opportunities;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Analysis.Tiers;
using SupplyGraph.Model;

namespace SupplyGraph.Benchmarks;

/// <summary>Times the analyses: on the seed each beside the routes that it rests on, on a generated graph tiers and chokepoints against the budget.</summary>
internal static class AnalysesBenchmark
{
    private const int Rounds = 7, WarmingRounds = 8;

    private static readonly LegFilters Today = new() { AsOf = DateOnly.FromDateTime(DateTime.UtcNow) };

    /// <summary>Asks each analysis of the seed graph.</summary>
    public static async Task<int> OnSeedAsync()
    {
        using var store = new TemporaryStore();
        await store.LoadAsync(SeedBenchmark.DefaultFolder());
        var (graph, _) = await store.SnapshotAsync();
        var cells = new RouteQuestion { From = ["china"], To = ["europe"], Component = "lithium-ion-battery-cell", AsOf = Today.AsOf };
        var toCars = new TierQuestion { Entity = "mercedes-benz", Side = TierSide.Suppliers, Filters = Today };
        var fromCells = toCars with { Entity = "catl", Side = TierSide.Customers };
        Beside("suppliers of mercedes-benz, 3 tiers", () => TierSearch.Find(graph, toCars), "its routes", () => RouteSearch.Find(graph, toCars.ToRoutes() with { Limit = 100 }));
        Beside("customers of catl, 3 tiers", () => TierSearch.Find(graph, fromCells), "its routes", () => RouteSearch.Find(graph, fromCells.ToRoutes() with { Limit = 100 }));
        Beside(
            "chokepoints from china to europe for cells", () => ChokepointSearch.Find(graph, cells), "routes of its 500 pairs",
            () => RouteSearch.Find(graph, cells with { Limit = Limits.MaxEndPairs, Distinct = Distinct.Endpoints }));
        var hub = new HubQuestion { Countries = ["pakistan"], Filters = Today };
        Beside("hub of pakistan", () => HubComparison.Compare(graph, hub), "via=pakistan", () => RouteSearch.Find(graph, new() { Via = ["pakistan"], AsOf = Today.AsOf }));
        Alone("opportunities of pakistan", () => OpportunitySearch.Find(graph, new() { Country = "pakistan", Filters = Today }));
        var makers = new ConcentrationQuestion { Component = "battery-separator", Filters = Today };
        Alone("concentration of battery-separator by makers", () => Concentration.Of(graph, makers, new Dictionary<string, StatedAmount>()));
        var without = ScenarioView.Under(new Scenario { RemovedEntities = ["china"] }, graph, new Dictionary<string, IReadOnlyList<Claim>>());
        Alone("disruptions without china", () => DisruptionSearch.Compare(graph, without, new() { Filters = Today }));
        return 0;
    }

    /// <summary>Asks tiers and chokepoints of a generated graph.</summary>
    public static int OnGenerated(string folder, int count)
    {
        var graph = GeneratedSnapshot.Read(folder, withMarkets: true);
        var questions = Workload.Questions(folder, count);
        var filters = new LegFilters { AsOf = RouteBenchmark.InOurWords(questions[0]).AsOf };
        foreach (var side in Enum.GetValues<TierSide>())
            Many($"{side}, 3 tiers", questions.Select(q => TierSearch.Find(graph, new() { Entity = $"c{q.Via}", Side = side, Filters = filters }).Complete));
        Many("chokepoints of a via question", questions.Select(q => ChokepointSearch.Find(graph, RouteBenchmark.InOurWords(q) with { Distinct = null }).Complete));
        return 0;
    }

    private static void Many(string name, IEnumerable<bool> answers)
    {
        var (took, complete, started) = (new List<double>(), 0, Stopwatch.GetTimestamp());
        foreach (var isComplete in answers)
        {
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (isComplete) complete++;
            started = Stopwatch.GetTimestamp();
        }
        Print($"{name}: {Figures.Of(took)}; complete {complete} of {took.Count}, {took.Count(t => t > Budget.Default.Time.TotalMilliseconds)} past the budget's time");
    }

    private static void Beside<T, TBeside>(string name, Func<T> ask, string besideName, Func<TBeside> askBeside)
    {
        var (took, beside) = (new List<double>(), new List<double>());
        for (var round = 0; round < WarmingRounds + Rounds; round++)
        {
            var (one, other) = (Time(askBeside), Time(ask));
            if (round < WarmingRounds) continue;
            beside.Add(one);
            took.Add(other);
        }
        var (figures, besides) = (Figures.Of(took), Figures.Of(beside));
        Print($"{name}: {figures}; {besideName} {besides.Median:0.000} ms: {figures.Median / besides.Median:0.0} times");
    }

    private static void Alone<T>(string name, Func<T> ask)
    {
        for (var round = 0; round < WarmingRounds; round++) ask();
        Print($"{name}: {Figures.Of([.. Enumerable.Range(0, Rounds).Select(_ => Time(ask))])}");
    }

    private static double Time<T>(Func<T> ask)
    {
        var started = Stopwatch.GetTimestamp();
        ask();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
