using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>What legs name, what advances to what, and what a leg may carry after another.</summary>
public sealed class ComponentsInOrder
{
    private static GraphBuilder Graph() => new GraphBuilder()
        .Companies("mine", "maker", "builder", "holding", "shop").Components("ore", "cell", "lfp-cell", "nmc-cell", "pack", "ev", "bev", "tyre")
        .Part("ore", "cell").Part("cell", "pack").Part("pack", "ev")
        .Kind("lfp-cell", "cell").Kind("nmc-cell", "cell").Kind("bev", "ev");

    private static string Carried(string first, string second) =>
        Graph().Supplies("mine", "maker", first).Supplies("maker", "builder", second).Chains("mine", "builder");

    private static string CarriedWith(string asked) => Graph().Supplies("mine", "maker", "cell").Supplies("maker", "builder", "pack")
        .Chains(new RouteQuestion { From = ["mine"], To = ["builder"], Component = asked, AsOf = GraphBuilder.Today });

    [Theory]
    [InlineData("cell", "cell")]
    [InlineData("cell", "pack")]
    [InlineData("ore", "ev")]
    [InlineData("lfp-cell", "cell")]
    [InlineData("cell", "lfp-cell")]
    [InlineData("lfp-cell", "pack")]
    [InlineData("lfp-cell", "bev")]
    [InlineData("ore", "lfp-cell")]
    public void A_component_goes_on_as_itself_as_a_kind_or_as_what_it_becomes_part_of(string first, string second) =>
        Assert.Equal("mine > maker > builder", Carried(first, second));

    [Theory]
    [InlineData("pack", "cell")]
    [InlineData("ev", "ore")]
    [InlineData("tyre", "cell")]
    [InlineData("bev", "pack")]
    public void A_pack_never_goes_back_into_cells_nor_a_tyre_into_either(string first, string second) => Assert.Empty(Carried(first, second));

    [Fact]
    public void An_LFP_cell_is_never_exchanged_for_its_sibling_the_NMC_cell() => Assert.Empty(Carried("lfp-cell", "nmc-cell"));

    [Fact]
    public void A_part_of_an_LFP_cell_advances_to_the_cell_but_not_to_its_other_kind()
    {
        var graph = Graph().Component("lfp-powder").Part("lfp-powder", "lfp-cell");
        Assert.Equal("mine > maker", graph.Supplies("mine", "maker", "lfp-powder").Chains("mine", "maker"));
        Assert.Equal("mine > maker > builder", graph.Supplies("maker", "builder", "cell").Chains("mine", "builder"));
        Assert.Empty(graph.Supplies("maker", "shop", "nmc-cell").Chains("mine", "shop"));
    }

    [Fact]
    public void A_tyre_does_not_slip_through_behind_a_leg_that_names_nothing()
    {
        var graph = Graph().Supplies("mine", "maker", "cell").Owns("maker", "holding").Supplies("holding", "builder", "tyre");
        Assert.Empty(graph.Chains("mine", "builder"));
    }

    [Fact]
    public void Every_two_legs_stand_in_order_not_neighbours_alone()
    {
        var graph = Graph().Supplies("mine", "maker", "lfp-cell").Supplies("maker", "holding", "cell").Supplies("holding", "builder", "nmc-cell");
        Assert.Empty(graph.Chains("mine", "builder"));
    }

    [Theory]
    [InlineData("ore")]
    [InlineData("cell")]
    [InlineData("lfp-cell")]
    [InlineData("pack")]
    [InlineData("bev")]
    public void Legs_before_and_after_the_asked_component_both_count(string asked) => Assert.Equal("mine > maker > builder", CarriedWith(asked));

    [Fact]
    public void Cells_and_packs_are_no_answer_for_tyres() => Assert.Empty(CarriedWith("tyre"));

    [Fact]
    public void A_route_that_names_no_component_is_no_answer_for_cells()
    {
        var graph = Graph().Owns("holding", "maker");
        Assert.Equal("holding > maker", graph.Chains("holding", "maker"));
        Assert.Empty(graph.Chains(new RouteQuestion { From = ["holding"], To = ["maker"], Component = "cell", AsOf = GraphBuilder.Today }));
    }

    [Fact]
    public void Owner_to_owned_may_stand_before_the_first_component()
    {
        var route = Graph().Owns("holding", "maker").Supplies("maker", "builder", "cell").Only("holding", "builder");
        Assert.Equal(["holding", "maker", "builder"], route.Stops);
        Assert.Equal((0.9 * 0.8) * 0.9, route.Plausibility, 1e-5);
        Assert.Equal(1, route.Legs[1].Joint);
    }

    [Fact]
    public void Owned_to_owner_may_not_stand_before_the_first_component() =>
        Assert.Empty(Graph().Owns("holding", "maker").Supplies("holding", "builder", "cell").Chains("maker", "builder"));

    [Fact]
    public void A_partnership_does_not_stand_before_the_first_component() =>
        Assert.Empty(Graph().Add(RelationshipType.PartnersWith, "mine", "maker").Supplies("maker", "builder", "cell").Chains("mine", "builder"));

    [Fact]
    public void A_partnership_that_names_a_component_may_begin_a_route() =>
        Assert.Equal("mine > maker > builder",
            Graph().Add(RelationshipType.PartnersWith, "mine", "maker", "cell").Supplies("maker", "builder", "cell").Chains("mine", "builder"));

    [Fact]
    public void A_route_that_names_no_component_at_all_is_free() =>
        Assert.Equal("mine > maker > builder",
            Graph().Add(RelationshipType.PartnersWith, "mine", "maker").Add(RelationshipType.PartnersWith, "builder", "maker").Chains("mine", "builder"));

    [Fact]
    public void A_leg_between_components_names_the_last_of_them()
    {
        var route = Graph().Produces("builder", "pack").Only("ore", "builder");
        Assert.Equal(["ore", "cell", "pack", "builder"], route.Stops);
        Assert.Equal(["cell", "pack", "pack"], route.Legs.Select(l => l.Component));
    }

    [Fact]
    public void With_components_ignored_a_tyre_may_follow_a_cell()
    {
        var graph = Graph().Supplies("mine", "maker", "cell").Supplies("maker", "builder", "tyre");
        var route = Assert.Single(graph.Ask(new() { From = ["mine"], To = ["builder"], FollowComponents = false, AsOf = GraphBuilder.Today }));
        Assert.Equal(0.9 * 0.9, route.Plausibility, 1e-5);
        Assert.Equal(["cell", "tyre"], route.Legs.Select(l => l.Component));
    }
}
