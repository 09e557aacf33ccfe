using System.Diagnostics;
using System.Globalization;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Benchmarks;

/// <summary>Times and checks the route engine on a generated graph.</summary>
internal static class RouteBenchmark
{
    /// <summary>Our costs are integers: they differ from the reference's weights by at most half a millionth a leg.</summary>
    private const double Tolerance = 0.00001;

    /// <summary>Runs it, prints what it finds, and gives the exit code: 1 where an answer is wrong.</summary>
    public static async Task<int> RunAsync(RouteBenchmarkOptions options)
    {
        using var store = new TemporaryStore();
        var snapshot = await LoadAsync(store, options.Folder);
        var questions = Workload.Questions(options.Folder, options.Count);
        using var reference = Reference.Find(options, questions);
        var (ours, theirs) = (new List<Figures>(), new List<Figures>());
        var answers = Ask(snapshot, questions).Answers;
        for (var round = 0; round < options.Rounds; round++)
        {
            if (reference is not null) theirs.Add(reference.Run());
            ours.Add(Ask(snapshot, questions).Figures);
            Print($"round {round + 1}: {ours[^1]}{(reference is null ? "" : $" | reference: {theirs[^1]}")}");
        }
        Report(answers, Figures.Middle(ours), theirs.Count > 0 ? Figures.Middle(theirs) : null);
        return Compare(questions, answers, Workload.Truth(reference?.Folder ?? options.Folder));
    }

    private static async Task<Snapshot> LoadAsync(TemporaryStore store, string folder)
    {
        var load = await store.LoadAsync(folder);
        var (_, first) = await store.SnapshotAsync();
        // On a stack of its own: what runs on from the load would keep all that was loaded reachable, and count its going as ours.
        await Task.Yield();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (snapshot, again) = await store.SnapshotAsync();
        await Task.Yield();
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Print($"{snapshot.NodeCount} entities, {snapshot.RelationshipCount} relationships, file {store.FileBytes / 1e6:0} MB");
        Print($"load {load.TotalSeconds:0.00} s, snapshot with names {first.TotalSeconds:0.00} s, again {again.TotalSeconds:0.00} s");
        Print($"snapshot {bytes / 1e6:0.0} MB, {(double)bytes / snapshot.RelationshipCount:0.0} bytes per relationship (ids of entities included, names not)");
        return snapshot;
    }

    /// <summary>Asks all questions once.</summary>
    internal static (Figures Figures, RouteAnswer[] Answers) Ask(Snapshot snapshot, IReadOnlyList<WorkloadQuestion> questions) =>
        Ask(snapshot, [.. questions.Select(InOurWords)]);

    /// <inheritdoc cref="Ask(Snapshot, IReadOnlyList{WorkloadQuestion})" />
    internal static (Figures Figures, RouteAnswer[] Answers) Ask(Snapshot snapshot, IReadOnlyList<RouteQuestion> questions)
    {
        var answers = new RouteAnswer[questions.Count];
        var took = new double[questions.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            answers[i] = RouteSearch.Find(snapshot, questions[i]);
            took[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        return (Figures.Of(took), answers);
    }

    /// <summary>The question as we put it.</summary>
    internal static RouteQuestion InOurWords(WorkloadQuestion question) => new()
    {
        From = [$"c{question.From}"],
        To = [$"c{question.To}"],
        Via = [$"c{question.Via}"],
        Types = [RelationshipType.Supplies],
        FollowComponents = false,
        Distinct = Distinct.None,
        AsOf = DateOnly.FromDateTime(DateTime.UtcNow),
        Limit = question.Limit,
        MaxHops = question.MaxHops,
    };

    private static void Report(RouteAnswer[] answers, Figures ours, Figures? theirs)
    {
        Print($"{answers.Length} questions: {ours}; {answers.Average(a => a.Expanded):0} expansions a question, at most {answers.Max(a => a.Expanded)}");
        if (theirs is not null) Print($"reference: {theirs}; ratio of medians {ours.Median / theirs.Median:0.00}, of p95 {ours.P95 / theirs.P95:0.00}");
    }

    private static int Compare(IReadOnlyList<WorkloadQuestion> questions, RouteAnswer[] answers, IReadOnlyDictionary<int, double[]>? truth)
    {
        if (truth is null)
        {
            Print($"nothing to compare with");
            return 0;
        }
        var wrong = Wrong(questions, answers, truth);
        foreach (var (question, answer) in wrong.Take(5)) Print($"wrong: question {question.Id} has {answer.Routes.Count} routes, complete {answer.Complete}");
        Print($"{wrong.Count} wrong answers of {questions.Count}");
        return wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>The questions that have another answer than they should.</summary>
    internal static List<(WorkloadQuestion Question, RouteAnswer Answer)> Wrong(
        IReadOnlyList<WorkloadQuestion> questions, RouteAnswer[] answers, IReadOnlyDictionary<int, double[]> truth) =>
        [.. questions.Zip(answers).Where(asked => !truth.TryGetValue(asked.First.Id, out var right) || !IsRight(asked.Second, right))];

    /// <summary>Whether an answer has the right weights, best first.</summary>
    internal static bool IsRight(RouteAnswer answer, double[] right) => answer.Complete
        && AreRight([.. answer.Routes.Select(route => route.Cost / 1e6)], right);

    /// <summary>Whether these are the right weights, best first.</summary>
    internal static bool AreRight(IReadOnlyList<double> weights, double[] right) =>
        weights.Count == right.Length && weights.Zip(right).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
