using SupplyGraph.Analysis.Concentrations;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Concentrations;

/// <summary>Shares against brute force on seeded random graphs, and what holds of every index.</summary>
public sealed class ConcentrationAgreesWithTheOracle
{
    private static readonly string[] Units = ["t/yr", "t/yr", "GWh/yr", "USD"];

    private static readonly (ConcentrationBy By, ConcentrationMeasure Measure)[] Questions =
    [
        (ConcentrationBy.Country, ConcentrationMeasure.Makers), (ConcentrationBy.Company, ConcentrationMeasure.Makers),
        (ConcentrationBy.Country, ConcentrationMeasure.Exports),
        (ConcentrationBy.Country, ConcentrationMeasure.Capacity), (ConcentrationBy.Company, ConcentrationMeasure.Capacity),
    ];

    public static TheoryData<string> Families => ["everything", "plants", "taxonomy", "trade", "dates"];

    /// <summary>Every question about every component of every graph of a family.</summary>
    private static IEnumerable<(RandomCase Case, OracleGraph Graph, ConcentrationQuestion Question)> Cases(string family)
    {
        foreach (var random in RandomCase.Many(Focus.Named(family), Effort.Cases / 2))
        {
            var graph = WithAmounts(random);
            foreach (var component in graph.Of(EntityKind.Component))
                foreach (var (by, measure) in Questions)
                    yield return (random, graph, new() { Component = component, By = by, Measure = measure, Filters = random.Question.Filters });
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Engine_and_oracle_give_the_same_shares(string family) => Effort.AssertNone(Cases(family).Select(c =>
    {
        var expected = new ConcentrationOracle(c.Graph, c.Question).Answer();
        var actual = ConcentrationOracle.Text(Ask(c.Graph, c.Question));
        return actual == expected ? null : $"{c.Case.Seed} {c.Question}\n{CaseText.Of(c.Graph)}\noracle: {expected}\nengine: {actual}";
    }));

    [Theory]
    [MemberData(nameof(Families))]
    public void An_index_lies_between_that_of_equal_shares_and_that_of_one_alone(string family)
    {
        var indices = 0;
        foreach (var (_, graph, question) in Cases(family))
        {
            var answer = Ask(graph, question);
            if (answer.HerfindahlHirschman is not { } index)
            {
                Assert.Empty(answer.Shares);
                continue;
            }
            indices++;
            Assert.InRange(index, (10_000.0 / answer.Shares.Count) - 1e-6, 10_000 + 1e-6);
            Assert.Equal(1, answer.Shares.Sum(s => s.Part), 9);
            Assert.All(answer.Shares, s => Assert.True(s is { Value: > 0, Part: > 0 and <= 1 }, $"{s}"));
        }
        Assert.True(indices > Effort.Cases / 4, $"only {indices} indices");
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_relationship_that_could_count_did_or_has_a_reason(string family)
    {
        foreach (var (_, graph, question) in Cases(family))
        {
            var answer = Ask(graph, question);
            var shown = answer.Shares.SelectMany(s => s.Relationships).Distinct().ToList();
            Assert.Equal(answer.Coverage.Counted, shown.Count);
            Assert.Equal(answer.Counted.Select(c => c.Key.Id), shown.Order(StringComparer.Ordinal));
            Assert.Equal(answer.Coverage.CouldCount, shown.Count + answer.Coverage.LeftOut.SelectMany(l => l.Relationships).Distinct().Except(shown).Count());
        }
    }

    private static ConcentrationAnswer Ask(OracleGraph graph, ConcentrationQuestion question)
    {
        var snapshot = graph.ToSnapshot();
        var wanted = Concentration.AmountsOf(snapshot, question).ToHashSet();
        return Concentration.Of(snapshot, question, graph.Relationships.Where(r => r.Amount is not null && wanted.Contains(r.Id))
            .ToDictionary(r => r.Id, r => new StatedAmount(r.Amount!.Value, r.Unit!)));
    }

    private static OracleGraph WithAmounts(RandomCase random)
    {
        var lots = new Random(random.Seed);
        return random.Graph with
        {
            Relationships = [.. random.Graph.Relationships.Select(r =>
                lots.Chance(0.7) ? r with { Amount = lots.One([0m, 5m, 5m, 10m, 12.5m, 40m]), Unit = lots.One(Units) } : r)],
        };
    }
}
