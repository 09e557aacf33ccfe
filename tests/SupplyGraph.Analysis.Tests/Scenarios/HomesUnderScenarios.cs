using SupplyGraph.Analysis.Places;
using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Scenarios;

/// <summary>A home is the company's country, or else the one target of all its headquartered_in: also of what a scenario leaves.</summary>
public sealed class HomesUnderScenarios
{
    private static readonly Claim InJapan = Based("byd", "japan");

    private static Snapshot Graph(string? country, params string[] headquarters)
    {
        var builder = new GraphBuilder().Countries("china", "japan").Component("cell").Company("byd", country);
        foreach (var target in headquarters) builder.Add(RelationshipType.HeadquarteredIn, "byd", target);
        return builder.Add(RelationshipType.Produces, "china", "cell").Graph.ToSnapshot();
    }

    private static Claim Based(string company, string country) => new(RelationshipType.HeadquarteredIn, company, country) { Publisher = "Press" };

    private static string? Home(Snapshot stored, Scenario scenario)
    {
        var view = ScenarioView.Under(scenario, stored, new Dictionary<string, IReadOnlyList<Claim>>());
        Assert.True(view.TryFind("byd", out var company));
        var home = view.Home(company);
        Assert.True(home < 0 || PlaceSet.Of(view, home).Contains(company));
        return home < 0 ? null : view.Id(home);
    }

    private static readonly Scenario WithoutChina = new() { RemovedEntities = ["china"] };

    [Fact]
    public void Without_its_country_a_company_has_no_home() => Assert.Null(Home(Graph("china"), WithoutChina));

    [Fact]
    public void Without_one_of_two_headquarters_the_other_is_the_home()
    {
        Assert.Null(Home(Graph(null, "china", "japan"), new Scenario()));
        Assert.Equal("japan", Home(Graph(null, "china", "japan"), WithoutChina));
    }

    [Fact]
    public void Without_its_country_a_company_has_the_home_that_its_headquarters_give() => Assert.Equal("japan", Home(Graph("china", "japan"), WithoutChina));

    [Fact]
    public void Without_its_country_a_company_can_be_given_new_headquarters() =>
        Assert.Equal("japan", Home(Graph("china"), WithoutChina with { AddedClaims = [InJapan] }));

    [Fact]
    public void Second_headquarters_leave_no_home()
    {
        Assert.Equal("japan", Home(Graph(null), new Scenario { AddedClaims = [InJapan] }));
        Assert.Null(Home(Graph(null, "china"), new Scenario { AddedClaims = [InJapan] }));
        Assert.Equal("china", Home(Graph("china"), new Scenario { AddedClaims = [InJapan] }));
    }

    [Fact]
    public void Headquarters_that_name_a_removed_component_are_removed_with_it()
    {
        var stored = new GraphBuilder().Countries("japan").Component("cell").Company("byd")
            .Add(RelationshipType.HeadquarteredIn, "byd", "japan", "cell").Graph.ToSnapshot();
        Assert.Equal("japan", Home(stored, new Scenario()));
        Assert.Null(Home(stored, new Scenario { RemovedEntities = ["cell"] }));
    }

    [Fact]
    public void A_country_that_comes_back_brings_no_companies() =>
        Assert.Null(Home(Graph("china", "china"), WithoutChina with { AddedEntities = [new Entity("china", EntityKind.Country, "China")] }));
}
