using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Analysis.Tiers;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests;

/// <summary>Tiers against brute force, on seeded random graphs, and what holds for all of them.</summary>
public sealed class TiersAgreeWithTheOracle
{
    private static readonly string[] Names = ["everything", "companies", "plants", "taxonomy", "dates", "ties"];

    public static TheoryData<string> Families => [.. Names];

    [Theory]
    [MemberData(nameof(Families))]
    public void Tiers_and_their_best_routes_are_those_of_the_oracle(string family) => Effort.AssertNone(Cases(family).Select(asked =>
    {
        var expected = Text(TierOracle.Answer(asked.Case.Graph, asked.Question));
        var answer = TierSearch.Find(asked.Case.Graph.ToSnapshot(), asked.Question, Effort.Unbounded);
        return answer.Complete && Text(answer.Members) == expected ? null : $"{asked}\n\noracle:\n{expected}\n\nengine:\n{Text(answer.Members)}";
    }));

    [Theory]
    [MemberData(nameof(Families))]
    public void Fewer_filters_never_put_anyone_into_a_farther_tier(string family) => Effort.AssertNone(Cases(family).Select(asked =>
    {
        var snapshot = asked.Case.Graph.ToSnapshot();
        var wide = asked.Question with
        {
            Component = null,
            Filters = new LegFilters { AsOf = asked.Question.Filters.AsOf, Types = asked.Question.Filters.Types },
        };
        var farther = TierSearch.Find(snapshot, wide).Members.ToDictionary(m => m.Id, m => m.Tier);
        var wrong = TierSearch.Find(snapshot, asked.Question).Members.Where(m => m.Tier < farther.GetValueOrDefault(m.Id, int.MaxValue)).ToList();
        return wrong.Count == 0 ? null : $"{asked}\n{string.Join(", ", wrong.Select(m => m.Id))}";
    }));

    [Fact]
    public void The_random_cases_have_tiers_of_every_number()
    {
        var members = Names.SelectMany(Cases).SelectMany(c => TierOracle.Answer(c.Case.Graph, c.Question)).ToList();

        Assert.Equal([1, 2, 3, 4], members.Select(m => m.Tier).Distinct().Order());
        Assert.Contains(members, m => m.Route.Hops > m.Tier);
    }

    private static IEnumerable<(RandomCase Case, TierQuestion Question)> Cases(string family) =>
        RandomCase.Many(Focus.Named(family), Effort.Cases / 4).Select(c => (c, Asked(c)));

    private static TierQuestion Asked(RandomCase random)
    {
        var choice = new Random(random.Seed);
        var entities = random.Graph.Of(EntityKind.Company, EntityKind.Country, EntityKind.Component).ToList();
        RelationshipType[] wide = [RelationshipType.Supplies, RelationshipType.Builds, RelationshipType.Uses, RelationshipType.OperatesIn, RelationshipType.Owns];
        return new TierQuestion
        {
            Entity = entities[choice.Next(entities.Count)],
            Side = (TierSide)choice.Next(2),
            Tiers = choice.Next(1, 5),
            Component = random.Question.Component,
            Filters = random.Question.Filters with { Types = choice.Next(2) == 0 ? [] : wide },
        };
    }

    private static string Text(IEnumerable<TierMember> members) =>
        string.Join('\n', members.Select(m => $"{m.Tier} {m.Id}: {CaseText.Of([m.Route])}"));
}
