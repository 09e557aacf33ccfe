using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;

namespace SupplyGraph.Analysis.Tests;

/// <summary>
/// The engine's complete answers against brute force, on seeded random graphs; for how many see <see cref="Effort"/>.
/// </summary>
public sealed class RoutesAgreeWithTheOracle
{
    public static TheoryData<string> Families => [.. Focus.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Engine_and_oracle_give_the_same_answer(string family) =>
        Effort.AssertNone(RandomCase.Many(Focus.Named(family), Effort.Cases).Select(Disagreement));

    private static string? Disagreement(RandomCase random)
    {
        var expected = CaseText.Of(RouteOracle.Answer(random.Graph, random.Question));
        var snapshot = random.Graph.ToSnapshot();
        // Small graphs end under the plain bound: the sharper one is asked for at once, and again in the middle of a search.
        foreach (var sharpenAfter in (int?[])[Effort.Unbounded.SharpenAfter, 0, 3])
        {
            var answer = RouteSearch.Find(snapshot, random.Question, Effort.Unbounded with { SharpenAfter = sharpenAfter });
            var actual = CaseText.Of(answer.Routes);
            if (answer.Complete && actual == expected) continue;
            return $"{random}\n\noracle:\n{expected}\n\nengine (complete={answer.Complete}, sharpened after {sharpenAfter}):\n{actual}\n";
        }
        return null;
    }
}
