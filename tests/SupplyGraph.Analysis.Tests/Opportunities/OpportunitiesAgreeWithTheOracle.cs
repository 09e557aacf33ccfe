using SupplyGraph.Analysis.Hubs;
using SupplyGraph.Analysis.Opportunities;
using SupplyGraph.Analysis.Tests.Stages;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Opportunities;

/// <summary>Opportunities against a naive reading of the definition, on seeded random graphs; for how many see <see cref="Effort"/>.</summary>
public sealed class OpportunitiesAgreeWithTheOracle
{
    private static readonly Lazy<List<(string Country, OpportunityAnswer Answer)>> Read =
        new(() => [.. StageCase.Many(400).SelectMany(c => c.Countries.Select(country => (country, Ask(c, country))))]);

    /// <summary>What answers must show somewhere, each with the sign by which it is known.</summary>
    private static readonly Dictionary<string, Func<string, OpportunityAnswer, bool>> Features = new()
    {
        ["a company that has announced the stage in the country"] = (country, answer) => Ties(answer).Any(t => t.Kind == TieKind.AtWork),
        ["an owner"] = (_, answer) => By(answer, TieKind.Affiliate, RelationshipType.Owns),
        ["a partner"] = (_, answer) => By(answer, TieKind.Affiliate, RelationshipType.PartnersWith),
        ["a supplier"] = (_, answer) => By(answer, TieKind.Affiliate, RelationshipType.Supplies),
        ["a neighbour"] = (_, answer) => Ties(answer).Any(t => t.Kind == TieKind.SameRegion),
        ["a corridor"] = (_, answer) => By(answer, TieKind.HomeLink, RelationshipType.Connects),
        ["an agreement"] = (_, answer) => By(answer, TieKind.HomeLink, RelationshipType.AppliesIn),
        ["a cooperation"] = (_, answer) => By(answer, TieKind.HomeLink, RelationshipType.CooperatesWith),
        ["several ties"] = (_, answer) => Offered(answer).Any(o => o.Ties.Count > 2),
        ["a company that is not near"] = (_, answer) => answer.Stages.Any(s => s.Near < s.Established),
        ["more than are shown"] = (_, answer) => answer.Stages.Any(s => s.Companies.Count < s.Near),
    };

    public static TheoryData<string> FeatureNames => [.. Features.Keys];

    [Fact]
    public void Engine_and_oracle_give_the_same_answer() => Effort.AssertNone(StageCase.Many(Effort.Cases).Select(Disagreement));

    [Theory]
    [MemberData(nameof(FeatureNames))]
    public void Some_answer_shows(string feature) => Assert.Contains(Read.Value, read => Features[feature](read.Country, read.Answer));

    [Fact]
    public void Nearness_is_above_0_and_below_1_and_never_grows_down_the_list() => Assert.All(Read.Value, read =>
    {
        Assert.All(Offered(read.Answer), o => Assert.InRange(o.Nearness, 0.000001, 0.999999));
        Assert.All(read.Answer.Stages, s => Assert.Equal(s.Companies.Select(o => o.Nearness).OrderDescending(), s.Companies.Select(o => o.Nearness)));
    });

    [Fact]
    public void No_tie_has_more_than_two_legs_and_none_an_entity_twice() => Assert.All(Read.Value.SelectMany(read => Offered(read.Answer)), o =>
    {
        Assert.Equal(o.Ties.Count, o.Ties.Select(t => t.Other).Distinct().Count());
        Assert.All(o.Ties, t => Assert.InRange(t.Legs.Count, 1, 2));
        Assert.All(o.Ties, t => Assert.Equal(t.Legs.Count + 1, t.Legs.SelectMany(l => new[] { l.From, l.To }).Distinct().Count()));
    });

    [Fact]
    public void The_stages_are_those_that_the_hub_misses_and_nobody_established_there_is_offered() => Assert.All(StageCase.Many(150), c =>
    {
        var question = new HubQuestion { Countries = c.Countries, Filters = c.Filters };
        foreach (var hub in HubComparison.Compare(c.Graph.ToSnapshot(), question, Effort.Unbounded).Hubs)
        {
            var answer = Ask(c, hub.Country);
            Assert.Equal(hub.Missing, answer.Stages.Select(s => s.Stage));
            Assert.DoesNotContain(answer.Stages.SelectMany(s => s.Companies).SelectMany(o => o.Work), w => w.Key.To == hub.Country);
        }
    });

    private static string? Disagreement(StageCase asked)
    {
        var oracle = new OpportunityOracle(asked);
        foreach (var country in asked.Countries)
        {
            var expected = OpportunityText.Of(oracle.Answer(country, LimitOf(asked)));
            var actual = OpportunityText.Of(Ask(asked, country));
            if (actual != expected) return $"{asked}\n\n{country}\n\noracle:\n{expected}\n\nengine:\n{actual}\n";
        }
        return null;
    }

    private static int LimitOf(StageCase asked) => asked.Seed % 2 == 0 ? 1 : 100;

    private static OpportunityAnswer Ask(StageCase asked, string country) =>
        OpportunitySearch.Find(asked.Graph.ToSnapshot(), new OpportunityQuestion { Country = country, Filters = asked.Filters, Limit = LimitOf(asked) });

    private static IEnumerable<Opportunity> Offered(OpportunityAnswer answer) => answer.Stages.SelectMany(s => s.Companies);

    private static IEnumerable<OpportunityTie> Ties(OpportunityAnswer answer) => Offered(answer).SelectMany(o => o.Ties);

    private static bool By(OpportunityAnswer answer, TieKind kind, RelationshipType first) =>
        Ties(answer).Any(t => t.Kind == kind && t.Legs[0].Relationship.Key.Type == first);
}
