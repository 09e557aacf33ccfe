using System.Globalization;
using SupplyGraph.Benchmarks.Peers;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// The via question of several generated graphs, ours and the reference's in turns, then ours and other engines', answers compared. Prints rows of Markdown
/// tables: milliseconds as median / p95 / max, and ours as a part of theirs.
/// </summary>
internal static class CompareBenchmark
{
    private const int Rounds = 5, WarmingRounds = 10;

    private static readonly string Source = Path.Combine("..", "shared", "bench", "reference.cpp");

    /// <summary>Runs it and gives the exit code: 1 where an answer of ours is wrong or a median is above the reference's.</summary>
    public static int Run(CompareOptions options)
    {
        Console.WriteLine("| graph | ours, ms | reference, ms | median | p95 | max | wrong |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var (rows, missing) = (new List<string>(), new List<string>());
        var right = options.Folders.Select(folder => Compare(folder, options.Peers, rows, missing)).ToList().TrueForAll(right => right);
        if (rows.Count > 0) Console.WriteLine($"\n{PeerComparison.Heading}\n{string.Join('\n', rows)}");
        foreach (var reason in missing.Distinct()) Console.WriteLine(reason);
        return right ? 0 : 1;
    }

    private static bool Compare(string folder, int peers, List<string> rows, List<string> missing)
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
        var truth = Workload.Truth(reference.Folder)!;
        var wrong = RouteBenchmark.Wrong(questions, answers, truth).Count;
        var (us, them) = (Figures.Middle(ours), Figures.Middle(theirs));
        var parts = string.Create(CultureInfo.InvariantCulture, $"{us.Median / them.Median:0.00} | {us.P95 / them.P95:0.00} | {us.Max / them.Max:0.00}");
        Console.WriteLine($"| {NameOf(folder)} | {us.Cell} | {them.Cell} | {parts} | {wrong} of {questions.Count} |");
        if (peers > 0)
        {
            var others = new PeerComparison(folder, [.. questions.Take(peers)], truth).Run(snapshot);
            rows.AddRange(others.Rows);
            missing.AddRange(others.Missing);
        }
        return wrong == 0 && us.Median <= them.Median;
    }

    /// <summary>What a row calls a graph.</summary>
    internal static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
}
