using System.Globalization;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// The via question of several generated graphs, ours and the reference's in turns, answers compared. Prints rows of a Markdown table: milliseconds as
/// median / p95 / max, and ours as a part of the reference's.
/// </summary>
internal static class CompareBenchmark
{
    private const int Rounds = 5, WarmingRounds = 10;

    private static readonly string Source = Path.Combine("..", "shared", "bench", "reference.cpp");

    /// <summary>Runs it and gives the exit code: 1 where an answer is wrong or a median is above the reference's.</summary>
    public static int Run(IReadOnlyList<string> folders)
    {
        Console.WriteLine("| graph | ours, ms | reference, ms | median | p95 | max | wrong |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        return folders.Select(Compare).ToList().TrueForAll(right => right) ? 0 : 1;
    }

    private static bool Compare(string folder)
    {
        var snapshot = GeneratedSnapshot.Read(folder);
        GC.Collect();
        var questions = Workload.Questions(folder, int.MaxValue);
        using var reference = Reference.Find(new(folder, ReferenceSource: Source), questions)
            ?? throw new InvalidOperationException($"There is no reference: {Source} is to be built with g++.");
        var answers = RouteBenchmark.Ask(snapshot, questions).Answers;
        // The reference is compiled before it runs; ours as it runs.
        for (var round = 0; round < WarmingRounds; round++) RouteBenchmark.Ask(snapshot, questions);
        var (ours, theirs) = (new List<Figures>(), new List<Figures>());
        for (var round = 0; round < Rounds; round++)
        {
            theirs.Add(reference.Run());
            ours.Add(RouteBenchmark.Ask(snapshot, questions).Figures);
        }
        var wrong = RouteBenchmark.Wrong(questions, answers, Workload.Truth(reference.Folder)!).Count;
        var (us, them) = (Figures.Middle(ours), Figures.Middle(theirs));
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {Cell(us)} | {Cell(them)} | {us.Median / them.Median:0.00} | {us.P95 / them.P95:0.00} | {us.Max / them.Max:0.00} | {wrong} of {questions.Count} |"));
        return wrong == 0 && us.Median <= them.Median;
    }

    private static string Cell(Figures figures) => string.Create(CultureInfo.InvariantCulture, $"{figures.Median:0.00} / {figures.P95:0.0} / {figures.Max:0.0}");
}
