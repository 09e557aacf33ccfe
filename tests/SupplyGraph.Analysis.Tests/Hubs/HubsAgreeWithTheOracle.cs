using SupplyGraph.Analysis.Hubs;
using SupplyGraph.Analysis.Tests.Stages;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Hubs;

/// <summary>Hubs against a naive reading of the definition, on seeded random graphs; for how many see <see cref="Effort"/>.</summary>
public sealed class HubsAgreeWithTheOracle
{
    private static readonly Lazy<List<(StageCase Case, Hub Hub)>> Read = new(() => [.. StageCase.Many(150).SelectMany(c => Compare(c).Select(h => (c, h)))]);

    /// <summary>What answers must show somewhere, each with the sign by which it is known.</summary>
    private static readonly Dictionary<string, Func<Hub, bool>> Features = new()
    {
        ["a company that is no more than announced"] = hub => hub.Stages.Any(s => s.Announced.Count > 0),
        ["a company with two relationships at a stage"] = hub => hub.Stages.Any(s => s.Established.Shown.Any(l => l.Relationships.Count > 1)),
        ["a company at work by two statuses"] =
            hub => hub.Stages.Any(s => s.Established.Shown.Any(l => l.Relationships.Any(r => r.Status != Status.Established))),
        ["research on software"] = hub => hub.Stages.Any(s => s.Established.Shown.Any(l => l.Relationships.Any(r => r.Key.Role == Role.Research))),
        ["imports from two countries"] = hub => hub.Stages.Any(s => s.Imports.Hhi < 10_000),
        ["a policy of a region"] = hub => hub.Policies.Shown.Any(p => p.Relationships.Any(r => r.Key.To != hub.Country)),
        ["a corridor"] = hub => hub.Corridors.Count > 0,
        ["a market"] = hub => hub.Markets.Count > 0,
        ["a route to a region"] = hub => hub.Routes.Any(r => r.Route is not null),
        ["no route to a region"] = hub => hub.Routes.Any(r => r.Route is null),
        ["more than is shown"] = hub => hub.Markets.Count > hub.Markets.Shown.Count,
    };

    public static TheoryData<string> FeatureNames => [.. Features.Keys];

    [Fact]
    public void Engine_and_oracle_give_the_same_answer() => Effort.AssertNone(StageCase.Many(Effort.Cases).Select(Disagreement));

    [Theory]
    [MemberData(nameof(FeatureNames))]
    public void Some_answer_shows(string feature) => Assert.Contains(Read.Value, read => Features[feature](read.Hub));

    [Fact]
    public void Adding_a_filter_never_adds_an_established_company() => Assert.All(StageCase.Many(150), c =>
    {
        var all = Established(c with { Filters = new LegFilters { AsOf = c.Filters.AsOf } });
        Assert.Subset(all, Established(c));
        Assert.Subset(all, Established(c with { Filters = new LegFilters { AsOf = c.Filters.AsOf, MinConfidence = 0.8 } }));
    });

    private static HashSet<(string, Stage, string)> Established(StageCase c) =>
        [.. Compare(c, 1000).SelectMany(h => h.Stages.SelectMany(s => s.Established.Shown.Select(l => (h.Country, s.Stage, l.Entity))))];

    private static string? Disagreement(StageCase asked)
    {
        var oracle = new HubOracle(asked, LimitOf(asked));
        var expected = string.Join("\n\n", asked.Countries.Select(oracle.Read).Select(HubText.Of));
        var actual = string.Join("\n\n", Compare(asked).Select(HubText.Of));
        return actual == expected ? null : $"{asked}\n\noracle:\n{expected}\n\nengine:\n{actual}\n";
    }

    private static int LimitOf(StageCase asked) => asked.Seed % 2 == 0 ? 1 : 1000;

    private static IReadOnlyList<Hub> Compare(StageCase asked) => Compare(asked, LimitOf(asked));

    private static IReadOnlyList<Hub> Compare(StageCase asked, int limit) => HubComparison.Compare(
        asked.Graph.ToSnapshot(), new HubQuestion { Countries = asked.Countries, Filters = asked.Filters, Limit = limit }, Effort.Unbounded).Hubs;
}
