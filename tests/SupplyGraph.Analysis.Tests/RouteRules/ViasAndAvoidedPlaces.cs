using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>What a route passes, and what it keeps clear of.</summary>
public sealed class ViasAndAvoidedPlaces
{
    private static GraphBuilder Graph() => new GraphBuilder()
        .Countries("china", "pakistan", "oman", "kenya").Regions("south-asia", "asia", "africa").Company("mg", home: "pakistan").Companies("byd", "stranger")
        .Component("cell").Corridors("cpec")
        .Member("pakistan", "south-asia").Member("south-asia", "asia").Member("oman", "asia").Member("kenya", "africa");

    private static RouteQuestion Via(params string[] via) => new() { Via = via, Distinct = Distinct.None, AsOf = GraphBuilder.Today };

    [Fact]
    public void A_route_through_Pakistan_starts_and_ends_outside_it()
    {
        var graph = Graph().Exports("china", "pakistan", "cell").Exports("pakistan", "oman", "cell").Operates("mg", "pakistan", Role.Assembly, "cell");
        Assert.Equal("china > pakistan > oman", graph.Chains(Via("pakistan")));
    }

    [Fact]
    public void A_company_of_Pakistan_meets_it_as_well_as_the_country_does()
    {
        var graph = Graph().Supplies("byd", "mg", "cell").Operates("mg", "oman", Role.Distribution, "cell");
        Assert.Equal("byd > mg > oman", graph.Chains(Via("pakistan")));
        Assert.Empty(graph.Chains(Via("pakistan") with { Exact = true }));
    }

    [Fact]
    public void Arriving_in_Pakistan_is_not_passing_through_it() =>
        Assert.Empty(Graph().Exports("china", "pakistan", "cell").Chains(Via("pakistan") with { To = ["pakistan"] }));

    [Fact]
    public void Exports_to_South_Asia_or_Asia_do_not_leave_Pakistan_behind()
    {
        var graph = Graph().Exports("china", "pakistan", "cell")
            .Exports("pakistan", "south-asia", "cell").Exports("pakistan", "asia", "cell").Exports("pakistan", "africa", "cell");
        Assert.Equal("china > pakistan > africa", graph.Chains(Via("pakistan")));
        Assert.Equal("china > pakistan > africa", graph.Chains(Via("pakistan") with { Exact = true }));
    }

    [Fact]
    public void Asia_is_outside_a_company_of_Pakistan()
    {
        var graph = Graph().Supplies("byd", "mg", "cell").Operates("mg", "oman", Role.Assembly, "cell").Exports("oman", "asia", "cell");
        Assert.Equal("byd > mg > oman; byd > mg > oman > asia", graph.Chains(Via("mg")));
    }

    [Fact]
    public void A_given_end_may_lie_around_a_via()
    {
        var graph = Graph().Exports("china", "pakistan", "cell").Exports("pakistan", "asia", "cell");
        Assert.Equal("china > pakistan > asia", graph.Chains(Via("pakistan") with { To = ["asia"], Exact = true }));
    }

    [Fact]
    public void Vias_are_met_in_any_order()
    {
        var graph = Graph().Exports("china", "pakistan", "cell").Exports("pakistan", "oman", "cell").Exports("oman", "kenya", "cell");
        Assert.Equal("china > pakistan > oman > kenya", graph.Chains(Via("pakistan", "oman")));
        Assert.Equal("china > pakistan > oman > kenya", graph.Chains(Via("oman", "pakistan")));
    }

    [Fact]
    public void Every_via_is_required() =>
        Assert.Empty(Graph().Exports("china", "pakistan", "cell").Exports("pakistan", "kenya", "cell").Chains(Via("pakistan", "oman")));

    [Fact]
    public void One_stop_may_meet_several_vias()
    {
        var graph = Graph().Exports("china", "pakistan", "cell").Exports("pakistan", "kenya", "cell");
        Assert.Equal("china > pakistan > kenya", graph.Chains(Via("pakistan", "south-asia", "asia")));
    }

    [Fact]
    public void A_corridor_is_passed_like_a_place()
    {
        var graph = Graph().Add(RelationshipType.Connects, "cpec", "china").Add(RelationshipType.Connects, "cpec", "pakistan");
        var route = Assert.Single(graph.Ask(Via("cpec") with { From = ["china"] }));
        Assert.Equal(["china", "cpec", "pakistan"], route.Stops);
        Assert.Equal((0.9 * 0.7) * (0.9 * 0.7), route.Plausibility, 1e-5);
        Assert.Equal(["china", "pakistan"], route.Countries);
    }

    [Fact]
    public void Avoided_country_never_appears_in_a_route_nor_do_its_companies()
    {
        var graph = Graph().Supplies("byd", "mg", "cell", 0.99).Operates("mg", "oman", Role.Assembly, "cell")
            .Operates("byd", "pakistan", Role.Assembly, "cell").Exports("pakistan", "oman", "cell")
            .Operates("byd", "kenya", Role.Assembly, "cell").Exports("kenya", "oman", "cell");
        Assert.Equal("byd > mg > oman; byd > kenya > oman; byd > pakistan > oman", graph.Chains("byd", "oman"));
        Assert.Equal("byd > kenya > oman", graph.Chains(new RouteQuestion { From = ["byd"], To = ["oman"], Avoid = ["pakistan"], AsOf = GraphBuilder.Today }));
    }

    [Fact]
    public void An_avoided_region_takes_the_ends_too() =>
        Assert.Empty(Graph().Exports("china", "pakistan", "cell").Chains(new RouteQuestion { From = ["china"], Avoid = ["asia"], AsOf = GraphBuilder.Today }));

    [Fact]
    public void Avoided_exactly_a_country_keeps_its_companies()
    {
        var graph = Graph().Supplies("byd", "mg", "cell").Operates("mg", "oman", Role.Distribution, "cell");
        Assert.Equal("byd > mg > oman",
            graph.Chains(new RouteQuestion { From = ["byd"], To = ["oman"], Avoid = ["pakistan"], Exact = true, AsOf = GraphBuilder.Today }));
    }
}
