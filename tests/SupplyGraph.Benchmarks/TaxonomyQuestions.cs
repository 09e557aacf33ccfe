using System.Globalization;
using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Benchmarks;

/// <summary>
/// The via question with components=follow in turns with components=ignore, on a generated graph whose relationships name 200 linked components.
/// </summary>
internal static class TaxonomyQuestions
{
    private const int Rounds = 3;

    /// <summary>Runs it and prints what it finds.</summary>
    public static void Run(string folder, IReadOnlyList<WorkloadQuestion> questions)
    {
        var snapshot = GeneratedSnapshot.Read(folder, withTaxonomy: true);
        RouteQuestion[] ignoring = [.. questions.Select(RouteBenchmark.InOurWords)];
        var following = Array.ConvertAll(ignoring, question => question with { FollowComponents = true });
        Print($"{snapshot.ComponentCount} components in the graph, those of the taxonomy linked and named by the relationships");
        Describe("components=ignore", RouteBenchmark.Ask(snapshot, ignoring).Answers);
        Describe("components=follow", RouteBenchmark.Ask(snapshot, following).Answers);
        var (ignored, followed) = (new List<Figures>(), new List<Figures>());
        for (var round = 0; round < Rounds; round++)
        {
            ignored.Add(RouteBenchmark.Ask(snapshot, ignoring).Figures);
            followed.Add(RouteBenchmark.Ask(snapshot, following).Figures);
        }
        var (ignore, follow) = (Figures.Middle(ignored), Figures.Middle(followed));
        Print($"components=ignore: {ignore}");
        Print($"components=follow: {follow}; {follow.Median / ignore.Median:0.00} times the median, {follow.P95 / ignore.P95:0.00} times the p95");
    }

    private static void Describe(string name, RouteAnswer[] answers)
    {
        var (routes, expanded) = (answers.Average(answer => answer.Routes.Count), answers.Average(answer => answer.Expanded));
        Print($"{name}: {routes:0.0} routes a question, {expanded:0} expansions; complete {answers.Count(answer => answer.Complete)} of {answers.Length}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
