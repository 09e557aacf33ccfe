using System.Diagnostics;
using System.Globalization;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// Times other questions beside the via question of the same graph: with open ends, a country as an end, two vias, a component, with components=follow; and
/// the via question from several clients at once. Then components=follow beside components=ignore where the components are many and linked.
/// </summary>
internal static class QuestionsBenchmark
{
    private const int Clients = 8;

    /// <summary>Runs it and prints what it finds.</summary>
    public static int Run(string folder, int count)
    {
        var questions = Workload.Questions(folder, count);
        AskAll(GeneratedSnapshot.Read(folder, withMarkets: true), questions);
        TaxonomyQuestions.Run(folder, questions);
        return 0;
    }

    private static void AskAll(Snapshot snapshot, IReadOnlyList<WorkloadQuestion> questions)
    {
        var via = Time("via", snapshot, questions.Select(RouteBenchmark.InOurWords), null);
        Time("via, components=follow", snapshot, questions.Select(q => RouteBenchmark.InOurWords(q) with { FollowComponents = true }), via);
        Time("via, to a country", snapshot, questions.Select(q => RouteBenchmark.InOurWords(q) with { To = [CountryOf(snapshot, q.To)] }), via);
        Time("two vias", snapshot, questions.Select(q => RouteBenchmark.InOurWords(q) with { Via = [$"c{q.Via}", CountryOf(snapshot, q.Via)] }), via);
        Time("via, a component", snapshot, questions.Select(q => RouteBenchmark.InOurWords(q) with { FollowComponents = true, Component = "pack" }), via);
        Time("from alone, via", snapshot, questions.Select(q => Open(q) with { From = [$"c{q.From}"] }), via);
        Time("via alone", snapshot, questions.Select(Open), via);
        Time("via alone, components=follow", snapshot, questions.Select(q => Open(q) with { FollowComponents = true }), via);
        AskAtOnce(snapshot, [.. questions.Select(RouteBenchmark.InOurWords)]);
    }

    private static RouteQuestion Open(WorkloadQuestion asked) => RouteBenchmark.InOurWords(asked) with { From = [], To = [], Types = [], Distinct = null };

    private static string CountryOf(Snapshot snapshot, int company) =>
        snapshot.TryFind($"c{company}", out var node) ? snapshot.Id(snapshot.Home(node)) : throw new ArgumentException($"There is no company c{company}.");

    private static Figures Time(string name, Snapshot snapshot, IEnumerable<RouteQuestion> asked, Figures? beside)
    {
        var questions = asked.ToList();
        foreach (var question in questions.Take(questions.Count / 4)) RouteSearch.Find(snapshot, question);
        var (took, complete, late) = (new List<double>(), 0, 0);
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = RouteSearch.Find(snapshot, question);
            var elapsed = Stopwatch.GetElapsedTime(started);
            took.Add(elapsed.TotalMilliseconds);
            if (answer.Complete) complete++;
            if (elapsed > Budget.Default.Time) late++;
        }
        var figures = Figures.Of(took);
        var ratio = beside is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; {figures.Median / beside.Median:0.0} times the via question's median");
        Print($"{name}: {figures}{ratio}; complete {complete} of {questions.Count}, {late} past the budget's time");
        return figures;
    }

    /// <summary>One client, then several: questions a second, and what the collector did meanwhile.</summary>
    private static void AskAtOnce(Snapshot snapshot, List<RouteQuestion> questions)
    {
        const int rounds = 25;
        var one = Throughput(1);
        var (collections, allocated) = (GC.CollectionCount(2), GC.GetTotalAllocatedBytes());
        var many = Throughput(Clients);
        var asked = (double)rounds * Clients * questions.Count;
        Print($"{Clients} clients on {Environment.ProcessorCount} cores: {many:0} questions/s, one client {one:0}: {many / one:0.00} times");
        Print($"for 10,000 questions {(GC.CollectionCount(2) - collections) * 10_000 / asked:0.00} gen-2 collections; a question allocates {(GC.GetTotalAllocatedBytes() - allocated) / asked / 1000:0.0} kB");

        double Throughput(int clients)
        {
            var started = Stopwatch.GetTimestamp();
            var threads = Enumerable.Range(0, clients).Select(client => new Thread(() =>
            {
                for (var i = 0; i < rounds * questions.Count; i++) RouteSearch.Find(snapshot, questions[(i + (client * 17)) % questions.Count]);
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            return clients * rounds * questions.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
