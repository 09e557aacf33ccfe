using System.Globalization;

namespace SupplyGraph.Benchmarks;

/// <summary>One question of queries.tsv: numbers n of company <c>c&lt;n&gt;</c>.</summary>
internal sealed record WorkloadQuestion(int Id, int From, int To, int Via, int Limit, int MaxHops);

/// <summary>The questions of a generated graph, and the answers that are known to be right.</summary>
internal static class Workload
{
    public static IReadOnlyList<WorkloadQuestion> Questions(string folder, int count) =>
    [
        .. Lines(Path.Combine(folder, "queries.tsv")).Take(count)
            .Select(fields => Array.ConvertAll(fields, Whole))
            .Select(n => new WorkloadQuestion(n[0], n[1], n[2], n[3], n[4], n[5])),
    ];

    /// <summary>The weights of the right routes, best first, by question; null where they are not known.</summary>
    public static IReadOnlyDictionary<int, double[]>? Truth(string folder)
    {
        var path = Path.Combine(folder, "truth-via.tsv");
        return File.Exists(path) ? Lines(path).ToDictionary(fields => Whole(fields[0]), fields => Array.ConvertAll(fields[2..], Weight)) : null;
    }

    private static IEnumerable<string[]> Lines(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t'));

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // weight/legs
    private static double Weight(string route) => double.Parse(route.AsSpan(0, route.IndexOf('/')), CultureInfo.InvariantCulture);
}
