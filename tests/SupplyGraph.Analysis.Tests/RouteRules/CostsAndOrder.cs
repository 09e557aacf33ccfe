using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>Costs, the choice among parallel relationships, and the order of routes.</summary>
public sealed class CostsAndOrder
{
    private static GraphBuilder Graph() => new GraphBuilder().Companies("a", "b", "m", "m-2", "n").Components("cell", "pack", "tyre").Part("cell", "pack");

    [Fact]
    public void Costs_are_whole_millionths_of_a_logarithm()
    {
        var route = Graph().Supplies("a", "m", "cell").Supplies("m", "b", "cell", 0.5).Only("a", "b");
        Assert.Equal([105_361, 693_147], route.Legs.Select(l => l.Cost));
        Assert.Equal(105_361 + 693_147 + 105_361, route.Cost);
        Assert.Equal(0.405, route.Plausibility, 1e-5);
    }

    [Fact]
    public void The_more_plausible_route_comes_first_though_it_is_longer()
    {
        var graph = Graph().Supplies("a", "m", "cell").Supplies("m", "b", "pack").Add(RelationshipType.PartnersWith, "a", "b", "cell");
        Assert.Equal("a > m > b; a > b", graph.Chains("a", "b"));
    }

    [Fact]
    public void Of_two_routes_that_cost_the_same_the_one_with_fewer_legs_comes_first()
    {
        var graph = Graph().Companies("aa").Supplies("a", "aa", "cell", 0.5).Supplies("aa", "b", "pack", 0.5).Supplies("a", "b", "cell", 0.25);
        Assert.Equal("a > b; a > aa > b", graph.Chains("a", "b"));
    }

    [Fact]
    public void Routes_that_cost_the_same_stand_in_ordinal_order_of_their_stops()
    {
        var graph = Graph().Supplies("a", "n", "cell").Supplies("n", "b", "pack").Supplies("a", "m-2", "cell").Supplies("m-2", "b", "pack")
            .Supplies("a", "m", "cell").Supplies("m", "b", "pack");
        Assert.Equal("a > m > b; a > m-2 > b; a > n > b", graph.Chains("a", "b"));
    }

    [Fact]
    public void Of_parallel_relationships_a_leg_is_the_most_plausible_and_the_others_are_its_alternatives()
    {
        var leg = Graph().Supplies("a", "b", "cell", 0.8).Supplies("a", "b", "pack").Owns("a", "b").Only("a", "b").Legs[0];
        Assert.Equal("supplies~a~b~pack~", leg.Relationship);
        Assert.Equal(["owns~a~b~~", "supplies~a~b~cell~"], leg.Alternatives);
    }

    [Fact]
    public void The_best_leg_alone_is_not_taken_where_what_follows_forbids_it()
    {
        var route = Graph().Supplies("a", "m", "tyre", 0.99).Supplies("a", "m", "cell", 0.5).Supplies("m", "b", "pack").Only("a", "b");
        Assert.Equal("supplies~a~m~cell~", route.Legs[0].Relationship);
        Assert.Equal(["supplies~a~m~tyre~"], route.Legs[0].Alternatives);
    }

    [Fact]
    public void The_best_leg_alone_is_not_taken_where_its_joint_costs_more_than_it_saves()
    {
        var route = Graph().Supplies("a", "m", "pack", 0.9).Supplies("a", "m", "cell", 0.85).Supplies("m", "b", "pack").Only("a", "b");
        Assert.Equal("supplies~a~m~cell~", route.Legs[0].Relationship);
        Assert.Equal(0.85 * 0.9, route.Plausibility, 1e-5);
    }

    [Fact]
    public void Parallel_relationships_that_cost_the_same_are_chosen_by_id_as_text()
    {
        var leg = Graph().Component("cell-x").Supplies("a", "b", "cell").Supplies("a", "b", "cell-x").Only("a", "b").Legs[0];
        Assert.Equal("supplies~a~b~cell-x~", leg.Relationship);
    }

    [Fact]
    public void Two_ways_through_the_same_stops_are_one_route() =>
        Assert.Equal("a > m > b", Graph().Supplies("a", "m", "cell").Supplies("a", "m", "pack").Supplies("m", "b", "pack").Chains("a", "b"));

    [Fact]
    public void No_stop_appears_twice() =>
        Assert.Equal("a > b", Graph().Supplies("a", "m", "cell").Supplies("m", "a", "cell").Supplies("a", "b", "cell").Chains("a", "b"));

    [Fact]
    public void The_weakest_leg_is_the_first_of_the_least_plausible_and_the_status_the_weakest()
    {
        var route = Graph().Supplies("a", "m", "cell").Supplies("m", "n", "cell", 0.45)
            .Add(RelationshipType.Supplies, "n", "b", "pack", status: Status.Potential).Only("a", "b");
        Assert.Equal((1, Status.Potential), (route.WeakestLeg, route.Status));
    }

    [Theory]
    [InlineData(1, "a > b")]
    [InlineData(2, "a > b; a > m > b")]
    [InlineData(3, "a > b; a > m > b; a > m > n > b")]
    public void No_route_has_more_legs_than_asked_for(int maxHops, string expected)
    {
        var graph = Graph().Supplies("a", "b", "cell").Supplies("a", "m", "cell").Supplies("m", "b", "cell")
            .Supplies("m", "n", "cell").Supplies("n", "b", "cell");
        Assert.Equal(expected, graph.Chains(new RouteQuestion { From = ["a"], To = ["b"], MaxHops = maxHops, AsOf = GraphBuilder.Today }));
        Assert.Equal("a > b", graph.Chains(new RouteQuestion { From = ["a"], To = ["b"], MaxHops = maxHops, Limit = 1, AsOf = GraphBuilder.Today }));
    }
}
