using SupplyGraph.Analysis.Chokepoints;
using SupplyGraph.Analysis.Tests.Oracle;

namespace SupplyGraph.Analysis.Tests;

/// <summary>Chokepoints against brute force, on seeded random graphs, and what holds for all of them.</summary>
public sealed class ChokepointsAgreeWithTheOracle
{
    private static readonly string[] Names = ["everything", "companies", "trade", "plants", "taxonomy", "vias", "avoided places", "regions and open ends", "ties"];

    public static TheoryData<string> Families => [.. Names];

    [Theory]
    [MemberData(nameof(Families))]
    public void Pairs_and_losses_are_those_of_the_oracle(string family) => Effort.AssertNone(Cases(family).Select(random =>
    {
        var oracle = new ChokepointOracle(random.Graph, random.Question);
        var answer = ChokepointSearch.Find(random.Graph.ToSnapshot(), random.Question, Effort.Unbounded);
        var (expected, actual) = (Text(oracle.Pairs(), oracle.Answer()), Text([.. answer.Pairs.Select(Pair)], [.. Ordered(answer).Select(Line)]));
        return answer.Complete && actual == expected ? null : $"{random}\n\noracle:\n{expected}\n\nengine:\n{actual}";
    }));

    [Theory]
    [MemberData(nameof(Families))]
    public void Criticality_is_a_part_of_the_whole_and_all_of_it_where_every_pair_is_cut_off(string family) => Effort.AssertNone(Cases(family).Select(random =>
    {
        var answer = ChokepointSearch.Find(random.Graph.ToSnapshot(), random.Question);
        var wrong = answer.Chokepoints.Where(c => c.Criticality is < 0 or > 1.000001 || (c.CutOff.Count == answer.Pairs.Count) != (c.Criticality > 0.999999));
        return wrong.Any() ? $"{random}\n{string.Join('\n', wrong.Select(Line))}" : null;
    }));

    [Fact]
    public void The_random_cases_have_detours_and_cuts()
    {
        var found = Names.SelectMany(Cases).SelectMany(c => ChokepointSearch.Find(c.Graph.ToSnapshot(), c.Question).Chokepoints).ToList();

        Assert.Contains(found, c => c.CutOff.Count > 1);
        Assert.Contains(found, c => c.Worst.Detour is not null);
        Assert.Equal(4, found.Select(c => c.Kind).Distinct().Count());
    }

    private static IEnumerable<RandomCase> Cases(string family) => RandomCase.Many(Focus.Named(family), Effort.Cases / 4)
        .Select(c => c with { Question = c.Question with { MaxHops = Math.Min(c.Question.MaxHops, 4) } });

    private static IEnumerable<Chokepoint> Ordered(ChokepointAnswer answer) =>
        answer.Chokepoints.OrderByDescending(c => Math.Round(c.Criticality, 9)).ThenBy(c => c.Id, StringComparer.Ordinal);

    private static string Pair(PairOfEnds pair) => $"{pair.Best.Cost} {string.Join(" > ", pair.Best.Stops)}";

    private static string Line(Chokepoint c) =>
        $"{c.Id} {c.Criticality:0.000000} cut off {c.CutOff.Count} worst {c.Worst.Loss:0.000000} {c.Worst.Pair.First}..{c.Worst.Pair.Last} "
        + $"{(c.Worst.Detour is null ? "" : string.Join(" > ", c.Worst.Detour.Stops))}";

    private static string Text(IReadOnlyList<string> pairs, IReadOnlyList<string> lines) => $"{string.Join('\n', pairs)}\n\n{string.Join('\n', lines)}";
}
