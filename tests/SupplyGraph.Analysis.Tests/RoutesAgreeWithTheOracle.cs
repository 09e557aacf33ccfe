using System.Globalization;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;

namespace SupplyGraph.Analysis.Tests;

/// <summary>
/// The engine's complete answers against brute force, on seeded random graphs.
/// The environment variable SUPPLYGRAPH_PROPERTY_CASES is the number of cases of each family (default 1,000).
/// </summary>
public sealed class RoutesAgreeWithTheOracle
{
    // Wide enough for any graph of this size: what is compared is the exact answer.
    private static readonly Budget Unbounded = new(int.MaxValue, TimeSpan.FromMinutes(10));

    private static readonly int Cases =
        int.Parse(Environment.GetEnvironmentVariable("SUPPLYGRAPH_PROPERTY_CASES") ?? "1000", NumberStyles.None, CultureInfo.InvariantCulture);

    public static TheoryData<string> Families => [.. Focus.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Engine_and_oracle_give_the_same_answer(string family)
    {
        var wrong = RandomCase.Many(Focus.Named(family), Cases).Select(c => (c.Seed, Report: Disagreement(c))).Where(w => w.Report is not null).ToList();
        var seeds = string.Join(' ', wrong.Select(w => w.Seed));
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Cases} cases disagree, seeds {seeds}; the first is {wrong.FirstOrDefault().Report}");
    }

    private static string? Disagreement(RandomCase random)
    {
        var expected = CaseText.Of(RouteOracle.Answer(random.Graph, random.Question));
        var answer = RouteSearch.Find(random.Graph.ToSnapshot(), random.Question, Unbounded);
        var actual = CaseText.Of(answer.Routes);
        return answer.Complete && actual == expected ? null : $"{random}\n\noracle:\n{expected}\n\nengine (complete={answer.Complete}):\n{actual}\n";
    }
}
