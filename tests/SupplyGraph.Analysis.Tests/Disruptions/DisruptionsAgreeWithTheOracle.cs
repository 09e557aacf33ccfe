using SupplyGraph.Analysis.Disruptions;
using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Analysis.Tests.Scenarios;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Disruptions;

/// <summary>What a scenario changes for whom, against brute force over every route of both graphs.</summary>
public sealed class DisruptionsAgreeWithTheOracle
{
    // Every route of two graphs is found for each case, not only those of one question.
    private static readonly int Cases = Math.Max(1, Effort.Cases / 8);

    /// <summary>Countries and regions that cooperate on components: there a last leg is no route by itself.</summary>
    private static readonly Focus Cooperation = new("cooperation")
    {
        Companies = (1, 3),
        Countries = (2, 3),
        Regions = (2, 3),
        Components = (1, 3),
        Others = (0, 1),
        Relationships = (10, 20),
        Dated = 0.1,
        Filter = 0,
        Hops = (3, 5),
        Types = [RelationshipType.CooperatesWith, RelationshipType.CooperatesWith, RelationshipType.CooperatesWith, RelationshipType.ExportsTo,
            RelationshipType.ExportsTo, RelationshipType.OperatesIn, RelationshipType.Produces, RelationshipType.Owns, RelationshipType.Connects],
    };

    public static TheoryData<string> Families => [.. ScenarioCase.Families, Cooperation.Name];

    [Theory]
    [MemberData(nameof(Families))]
    public void Engine_and_oracle_give_the_same_ranking(string family) =>
        Effort.AssertNone(Enumerable.Range(1, Cases).Select(seed => Disagreement(ScenarioCase.Create(Named(family), seed))));

    [Fact]
    public void Some_best_routes_are_longer_than_their_last_leg()
    {
        var longer = Enumerable.Range(1, Cases).Select(seed => ScenarioCase.Create(Cooperation, seed))
            .Sum(c => DisruptionOracle.Best(c.Book.Graph, Question(c)).Values.Count(r => r.Hops > 1));
        Assert.True(longer > Cases / 5, $"only {longer} in {Cases} cases");
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void A_scenario_that_changes_nothing_changes_nothing_for_anyone(string family)
    {
        foreach (var seed in Enumerable.Range(1, Cases))
        {
            var random = ScenarioCase.Create(Named(family), seed);
            var snapshot = random.Book.Graph.ToSnapshot();
            var answer = DisruptionSearch.Compare(snapshot, ScenarioView.Under(new Scenario(), snapshot, random.Book.ClaimsByRelationship), Question(random));
            Assert.Equal((0, 0, 0), (answer.Changed, answer.Removed, answer.Disruptions.Count));
        }
    }

    private static Focus Named(string family) => family == Cooperation.Name ? Cooperation : Focus.Named(family);

    private static DisruptionQuestion Question(ScenarioCase random) =>
        new() { Filters = random.Question.Filters, MaxHops = Math.Min(random.Question.MaxHops, 4), Take = Limits.MaxPageSize };

    private static string? Disagreement(ScenarioCase random)
    {
        var expected = DisruptionOracle.Answer(random.Book.Graph, random.Book.Under(random.Scenario), Question(random));
        var snapshot = random.Book.Graph.ToSnapshot();
        var after = ScenarioView.Under(random.Scenario, snapshot, random.Book.ClaimsByRelationship);
        var answer = DisruptionSearch.Compare(snapshot, after, Question(random), Effort.Unbounded);
        var actual = DisruptionOracle.Text(answer);
        return answer.Complete && actual == expected ? null : $"{random}\n\noracle:\n{expected}\n\nengine (complete={answer.Complete}):\n{actual}\n";
    }
}
