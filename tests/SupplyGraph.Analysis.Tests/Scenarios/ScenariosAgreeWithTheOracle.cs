using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Scenarios;

/// <summary>The engine over a scenario's view against the oracle over a graph in which the scenario has come true.</summary>
public sealed class ScenariosAgreeWithTheOracle
{
    private static readonly int Cases = Effort.Cases / 3;

    public static TheoryData<string> Families => [.. ScenarioCase.Families];

    [Theory]
    [MemberData(nameof(Families))]
    public void An_answer_under_a_scenario_is_that_of_the_graph_built_so(string family) => Effort.AssertNone(
        Enumerable.Range(1, Cases).Select(seed => ScenarioCase.Create(Focus.Named(family), seed)).Select(c => Disagreement(c, c.Book.Graph.ToSnapshot())));

    internal static string? Disagreement(ScenarioCase random, Graph.Snapshot stored)
    {
        var expected = CaseText.Of(RouteOracle.Answer(random.Book.Under(random.Scenario), random.Question));
        var view = ScenarioView.Under(random.Scenario, stored, random.Book.ClaimsByRelationship);
        var actual = CaseText.Of(RouteSearch.Find(view, random.Question, Effort.Unbounded).Routes);
        return actual == expected ? null : $"{random}\n\noracle:\n{expected}\n\nengine:\n{actual}\n";
    }

    /// <summary>A scenario with one sort of change left out.</summary>
    private static readonly Dictionary<string, Func<ScenarioCase, Scenario>> Without = new()
    {
        ["a removed company"] = c => Keeping(c, EntityKind.Company),
        ["a removed home"] = c => Keeping(c, EntityKind.Country),
        ["a removed component"] = c => Keeping(c, EntityKind.Component),
        ["a removed region"] = c => Keeping(c, EntityKind.Region),
        ["a removed relationship"] = c => c.Scenario with { RemovedRelationships = [] },
        ["a changed relationship"] = c => c.Scenario with { RelationshipStatuses = new Dictionary<RelationshipKey, Status>() },
        ["a changed entity"] = c => c.Scenario with { EntityStatuses = new Dictionary<string, Status>() },
        ["a claim that combines with stored ones"] = c => Unclaimed(c, claim => c.Book.Keys.Contains(claim.Key)),
        ["a claim that makes a relationship"] = c => Unclaimed(c, claim => !c.Book.Keys.Contains(claim.Key)),
        ["a claim that makes an entity"] = c => Unclaimed(c, claim => c.Scenario.AddedEntities.Any(e => e.Id == claim.From || e.Id == claim.To)),
        ["claimed headquarters"] = c => Unclaimed(c, claim => claim.Type == RelationshipType.HeadquarteredIn),
        ["a claimed membership"] = c => Unclaimed(c, claim => claim.Type == RelationshipType.MemberOf),
        ["a claimed kind"] = c => Unclaimed(c, claim => claim.Type == RelationshipType.KindOf),
    };

    public static TheoryData<string> Changes => [.. Without.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Some_answer_rests_on(string change)
    {
        var cases = Enumerable.Range(1, 400).SelectMany(seed => ScenarioCase.Families.Select(family => ScenarioCase.Create(Focus.Named(family), seed)));
        Assert.Contains(cases, c => CaseText.Of(Answer(c, c.Scenario)) != CaseText.Of(Answer(c, Without[change](c))));
    }

    private static IReadOnlyList<Route> Answer(ScenarioCase c, Scenario scenario) => RouteOracle.Answer(c.Book.Under(scenario), c.Question);

    private static Scenario Keeping(ScenarioCase c, EntityKind kind) =>
        c.Scenario with { RemovedEntities = [.. c.Scenario.RemovedEntities.Where(id => c.Book.Entities.Single(e => e.Id == id).Kind != kind)] };

    private static Scenario Unclaimed(ScenarioCase c, Predicate<Claim> left) =>
        c.Scenario with { AddedClaims = [.. c.Scenario.AddedClaims.Where(claim => !left(claim))] };
}
