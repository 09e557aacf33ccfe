using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Scenarios;

/// <summary>What is no company's home, no region's member and no part of the taxonomy only takes routes away with it.</summary>
public sealed class RemovingNeverHelps
{
    private static readonly string[] Names = ["everything", "companies", "trade", "plants", "taxonomy", "vias", "ties"];

    private static readonly Dictionary<string, IReadOnlyList<Claim>> NoClaims = [];

    public static TheoryData<string> Families => [.. Names];

    [Theory]
    [MemberData(nameof(Families))]
    public void Without_an_entity_that_gives_no_structure_no_pair_of_ends_is_joined_more_plausibly(string family) => Effort.AssertNone(
        RandomCase.Many(Focus.Named(family), Effort.Cases / 4).SelectMany(random => Removable(random).Select(gone =>
        {
            var before = Costs(random, gone: null);
            var better = Costs(random, gone).Where(pair => pair.Value < before.GetValueOrDefault(pair.Key, long.MaxValue)).ToList();
            return better.Count == 0 ? null : $"{random}\nwithout {gone}: {string.Join(", ", better)}";
        })));

    [Fact]
    public void The_random_cases_lose_routes_with_what_is_removed() => Assert.Contains(
        RandomCase.Many(Focus.Named("companies"), 50), random => Removable(random).Any(gone => Costs(random, gone).Count < Costs(random, gone: null).Count));

    private static Dictionary<(string, string), long> Costs(RandomCase random, string? gone)
    {
        var stored = random.Graph.ToSnapshot();
        var view = gone is null ? stored : ScenarioView.Under(new Scenario { RemovedEntities = [gone] }, stored, NoClaims);
        var answer = RouteSearch.Find(view, random.Question with { Distinct = Distinct.Endpoints, Limit = 1000 }, Effort.Unbounded);
        return answer.Routes.ToDictionary(r => (r.Stops[0], r.Stops[^1]), r => r.Cost);
    }

    private static IEnumerable<string> Removable(RandomCase random)
    {
        var question = random.Question;
        RelationshipType[] structure = [RelationshipType.HeadquarteredIn, RelationshipType.MemberOf, RelationshipType.KindOf, RelationshipType.PartOf];
        var kept = question.From.Concat(question.To).Concat(question.Via).Concat(question.Avoid).Append(question.Component)
            .Concat(random.Graph.Entities.Select(e => e.Country))
            .Concat(structure.SelectMany(random.Graph.Pairs).SelectMany(pair => new[] { pair.From, pair.To }))
            .ToHashSet();
        return random.Graph.Entities.Select(e => e.Id).Where(id => !kept.Contains(id));
    }
}
