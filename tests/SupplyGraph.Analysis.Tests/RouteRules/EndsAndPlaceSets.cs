using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>What from and to stand for, given or open.</summary>
public sealed class EndsAndPlaceSets
{
    private static GraphBuilder Graph() => new GraphBuilder()
        .Countries("india", "japan", "chile").Regions("south-asia", "asia").Company("tata", home: "india").Companies("toyota", "stranger")
        .Components("cell", "lfp-cell", "blade-cell")
        .Member("india", "south-asia").Member("south-asia", "asia").Member("japan", "asia")
        .Kind("lfp-cell", "cell").Kind("blade-cell", "lfp-cell").Add(RelationshipType.HeadquarteredIn, "toyota", "japan");

    private static RouteQuestion To(string to, bool exact = false) => new() { From = ["stranger"], To = [to], Exact = exact, AsOf = GraphBuilder.Today };

    [Fact]
    public void A_country_stands_for_itself_and_the_companies_at_home_in_it() =>
        Assert.Equal("stranger > tata; stranger > india",
            Graph().Supplies("stranger", "tata", "cell").Operates("stranger", "india", Role.Assembly, "cell").Chains(To("india")));

    [Fact]
    public void Headquarters_make_a_home_where_no_country_is_stated() =>
        Assert.Equal("stranger > toyota", Graph().Supplies("stranger", "toyota", "cell").Chains(To("japan")));

    [Fact]
    public void Headquarters_in_two_countries_make_none() =>
        Assert.Empty(Graph().Supplies("stranger", "toyota", "cell").Add(RelationshipType.HeadquarteredIn, "toyota", "chile").Chains(To("japan")));

    [Fact]
    public void A_stated_country_outweighs_headquarters()
    {
        var graph = Graph().Supplies("stranger", "tata", "cell").Add(RelationshipType.HeadquarteredIn, "tata", "japan");
        Assert.Equal("stranger > tata", graph.Chains(To("india")));
        Assert.Empty(graph.Chains(To("japan")));
    }

    [Fact]
    public void A_company_at_work_in_a_country_is_not_at_home_there() =>
        Assert.Equal("stranger > toyota > chile",
            Graph().Supplies("stranger", "toyota", "cell").Operates("toyota", "chile", Role.Assembly, "cell").Chains(To("chile")));

    [Fact]
    public void A_region_stands_for_the_countries_of_its_regions_and_their_companies() =>
        Assert.Equal("stranger > india; stranger > tata",
            Graph().Supplies("stranger", "tata", "cell", 0.5).Operates("stranger", "india", Role.Assembly, "cell").Chains(To("asia")));

    [Fact]
    public void A_region_stands_for_the_regions_in_it() =>
        Assert.Equal("india > south-asia", Graph().Exports("india", "south-asia", "cell").Chains("india", "asia"));

    [Fact]
    public void A_component_stands_for_its_kinds_and_theirs() =>
        Assert.Equal("blade-cell > stranger", Graph().Produces("stranger", "blade-cell").Chains("cell", "stranger"));

    [Fact]
    public void A_kind_does_not_stand_for_its_family() => Assert.Empty(Graph().Produces("stranger", "cell").Chains("blade-cell", "stranger"));

    [Fact]
    public void Exact_takes_a_country_for_itself_alone() =>
        Assert.Equal("stranger > india",
            Graph().Supplies("stranger", "tata", "cell").Operates("stranger", "india", Role.Assembly, "cell").Chains(To("india", exact: true)));

    [Fact]
    public void Filters_choose_legs_but_leave_homes_and_regions_as_they_are()
    {
        var graph = Graph().Supplies("stranger", "toyota", "cell", 0.99);
        Assert.Equal("stranger > toyota", graph.Chains(new RouteQuestion
        {
            From = ["stranger"],
            To = ["asia"],
            Types = [RelationshipType.Supplies],
            MinConfidence = 0.95,
            AsOf = GraphBuilder.Today,
        }));
    }

    [Fact]
    public void Values_of_one_end_are_a_union()
    {
        var graph = Graph().Supplies("tata", "stranger", "cell", 0.8).Supplies("toyota", "stranger", "cell", 0.9);
        var question = new RouteQuestion { From = ["india", "toyota"], To = ["stranger"], AsOf = GraphBuilder.Today };
        Assert.Equal("toyota > stranger; tata > stranger", graph.Chains(question));
    }

    [Fact]
    public void An_open_end_is_a_country_or_region_never_a_company()
    {
        var graph = Graph().Supplies("stranger", "toyota", "cell").Operates("toyota", "chile", Role.Assembly, "cell").Exports("chile", "asia", "cell");
        Assert.Equal("stranger > toyota > chile; stranger > toyota > chile > asia",
            graph.Chains(new RouteQuestion { From = ["stranger"], Distinct = Distinct.None, AsOf = GraphBuilder.Today }));
    }

    [Fact]
    public void An_open_start_is_a_company_or_country_never_a_component()
    {
        var graph = Graph().Produces("stranger", "cell").Operates("stranger", "chile", Role.Assembly, "cell");
        Assert.Equal("stranger > chile", graph.Chains(new RouteQuestion { To = ["chile"], Distinct = Distinct.None, AsOf = GraphBuilder.Today }));
    }

    [Fact]
    public void A_route_from_India_does_not_pass_through_India_again()
    {
        var graph = Graph().Operates("tata", "india", Role.Assembly, "cell").Exports("india", "chile", "cell");
        Assert.Equal("india > chile", graph.Chains("india", "chile"));
    }

    [Fact]
    public void A_route_to_Japan_ends_where_it_first_arrives() =>
        Assert.Equal("stranger > toyota",
            Graph().Supplies("stranger", "toyota", "cell").Operates("toyota", "japan", Role.Assembly, "cell").Chains(To("japan")));

    [Fact]
    public void A_stop_of_an_ends_place_is_passed_where_it_meets_a_via()
    {
        var graph = Graph().Supplies("stranger", "toyota", "cell").Operates("toyota", "japan", Role.Assembly, "cell");
        Assert.Equal("stranger > toyota > japan", graph.Chains(To("japan") with { Via = ["toyota"] }));
    }
}
