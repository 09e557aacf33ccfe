using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;

namespace SupplyGraph.Analysis.Tests;

/// <summary>That the random cases are worth asking: each rule decides some answer, and each feature of an answer occurs. Rests on the oracle alone.</summary>
public sealed class RandomCasesExerciseEveryRule
{
    private const int CasesOfEachFamily = 500;

    private static readonly Lazy<List<(RandomCase Case, IReadOnlyList<Route> Routes)>> Answered =
        new(() => [.. Cases().Take(CasesOfEachFamily * Focus.All.Count / 5).Select(c => (c, RouteOracle.Answer(c.Graph, c.Question)))]);

    public static TheoryData<string> Families => [.. Focus.All.Select(f => f.Name)];

    public static TheoryData<OracleRule> Rules => [.. Enum.GetValues<OracleRule>()];

    /// <summary>What answers must show somewhere, each with the sign by which it is known.</summary>
    private static readonly Dictionary<string, Func<RandomCase, IReadOnlyList<Route>, bool>> Features = new()
    {
        ["a route"] = (_, routes) => routes.Count > 0,
        ["no route"] = (_, routes) => routes.Count == 0,
        ["more routes than the limit"] = (c, routes) => routes.Count == c.Question.Limit && Asked(c, c.Question with { Limit = 100 }).Count > routes.Count,
        ["seven legs"] = (_, routes) => routes.Any(r => r.Hops == 7),
        ["eight legs"] = (_, routes) => routes.Any(r => r.Hops == 8),
        ["nine legs"] = (_, routes) => routes.Any(r => r.Hops == 9),
        ["ten legs"] = (_, routes) => routes.Any(r => r.Hops >= 10),
        ["joint of a re-exported vehicle"] = (_, routes) => Legs(routes).Any(l => l.Joint == 0.2),
        ["joint of a kind"] = (_, routes) => Legs(routes).Any(l => l.Joint == 0.7),
        ["joint of the same component, or one stage skipped"] = (_, routes) => Legs(routes).Any(l => l.Joint == 0.9),
        ["joint of two or more stages skipped"] = (_, routes) => Legs(routes).Any(l => l.Joint is > 0.7 and < 0.85),
        ["a pool"] = (_, routes) => Legs(routes).Any(l => l.Pool < 1),
        ["two vias"] = (c, routes) => routes.Count > 0 && c.Question.Via.Count >= 2,
        ["four vias"] = (c, routes) => routes.Count > 0 && c.Question.Via.Count == 4,
        ["a choice of legs"] = (_, routes) => Legs(routes).Any(l => l.Alternatives.Count > 0),
        ["a leg that is not the cheapest by itself"] = (c, routes) => Legs(routes).Any(l => Others(c, l).Any(o => o < l.Cost)),
        ["legs chosen by relationship id"] = (c, routes) => Legs(routes).Any(l => Others(c, l).Any(o => o == l.Cost)),
        ["routes in order of hops"] = (_, routes) => Neighbours(routes).Any(n => n.First.Cost == n.Second.Cost && n.First.Hops != n.Second.Hops),
        ["routes in order of stop ids"] = (_, routes) => Neighbours(routes).Any(n => n.First.Cost == n.Second.Cost && n.First.Hops == n.Second.Hops),
        ["a weakest leg that is not the first"] = (_, routes) => routes.Any(r => r.WeakestLeg > 0),
        ["an avoided place that changes the answer"] = (c, routes) => c.Question.Avoid.Count > 0 && Changes(c, routes, c.Question with { Avoid = [] }),
        ["a component that changes the answer"] = (c, routes) => c.Question.Component is not null && Changes(c, routes, c.Question with { Component = null }),
        ["exact changes the answer"] = (c, routes) => c.Question.Exact && Changes(c, routes, c.Question with { Exact = false }),
        ["following components changes the answer"] =
            (c, routes) => c.Question.FollowComponents && Changes(c, routes, c.Question with { FollowComponents = false, Component = null }),
        ["best of endpoints"] = (c, routes) => Keeps(c, routes, Distinct.Endpoints),
        ["best of countries"] = (c, routes) => Keeps(c, routes, Distinct.Countries),
        ["best around the vias"] = (c, routes) => Keeps(c, routes, Distinct.Around) && Changes(c, routes, c.Question with { Distinct = Distinct.Countries }),
        ["an empty chain of countries"] = (_, routes) => routes.Any(r => r.Countries.Count == 0),
    };

    public static TheoryData<string> FeatureNames => [.. Features.Keys];

    [Theory]
    [MemberData(nameof(FeatureNames))]
    public void Some_answer_shows(string feature) =>
        Assert.Contains(Answered.Value, answered => Features[feature](answered.Case, answered.Routes));

    [Theory]
    [MemberData(nameof(Families))]
    public void Most_questions_have_an_answer(string family)
    {
        var ofFamily = Answered.Value.Where(answered => answered.Case.Focus.Name == family).ToList();
        var share = ofFamily.Count(answered => answered.Routes.Count > 0) / (double)ofFamily.Count;
        Assert.True(share > 0.5, $"{share:P0} of {ofFamily.Count} questions have an answer.");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Without_the_rule_some_answer_changes(OracleRule rule) =>
        Assert.Contains(Cases(), c => CaseText.Of(Asked(c, c.Question)) != CaseText.Of(RouteOracle.Answer(c.Graph, c.Question, OracleRules.Without(rule))));

    // Seed by seed through all families, so that the first few hundred cases are of every family.
    private static IEnumerable<RandomCase> Cases() =>
        Enumerable.Range(1, CasesOfEachFamily).SelectMany(seed => Focus.All.Select(focus => RandomCase.Create(focus, seed)));

    private static IReadOnlyList<Route> Asked(RandomCase c, RouteQuestion question) => RouteOracle.Answer(c.Graph, question);

    private static bool Changes(RandomCase c, IReadOnlyList<Route> routes, RouteQuestion question) => CaseText.Of(routes) != CaseText.Of(Asked(c, question));

    private static bool Keeps(RandomCase c, IReadOnlyList<Route> routes, Distinct distinct) =>
        c.Question.EffectiveDistinct == distinct && routes.Count > 0 && Changes(c, routes, c.Question with { Distinct = Distinct.None });

    private static IEnumerable<Leg> Legs(IReadOnlyList<Route> routes) => routes.SelectMany(r => r.Legs);

    private static IEnumerable<(Route First, Route Second)> Neighbours(IReadOnlyList<Route> routes) => routes.Zip(routes.Skip(1));

    // What a leg's alternatives cost; walked the other way a relationship may cost something else, so those of other ends are left out.
    private static IEnumerable<int> Others(RandomCase c, Leg leg) =>
        OracleFlow.Walks(c.Graph).Where(w => leg.Alternatives.Contains(w.Id) && Ends(w) == Ends(c, leg)).Select(w => w.Cost);

    private static (string From, string To) Ends(OracleWalk walk) => (walk.From, walk.To);

    private static (string From, string To) Ends(RandomCase c, Leg leg) =>
        Ends(OracleFlow.Walks(c.Graph).Single(w => w.Id == leg.Relationship && w.Along == leg.Along));
}
