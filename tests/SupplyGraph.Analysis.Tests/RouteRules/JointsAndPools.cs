using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>How well one leg goes on from another, worked out by hand.</summary>
public sealed class JointsAndPools
{
    private static GraphBuilder Graph() => new GraphBuilder()
        .Countries("korea", "japan", "chile").Companies("mine", "maker", "builder", "holding")
        .Component("ore", Stage.Mining).Component("salt", Stage.Refining).Component("cell", Stage.Cells).Component("lfp-cell").Component("pack", Stage.Packs)
        .Component("ev", Stage.Vehicles).Component("bev").Component("glue").Component("charger", Stage.Charging)
        .Part("ore", "salt").Part("salt", "cell").Part("cell", "pack").Part("pack", "ev").Part("glue", "pack").Part("ev", "charger")
        .Kind("lfp-cell", "cell").Kind("bev", "ev");

    private static double Joint(string first, string second) =>
        Graph().Supplies("mine", "maker", first).Supplies("maker", "builder", second).Only("mine", "builder").Legs[1].Joint;

    [Fact]
    public void The_same_component_passed_on_takes_a_tenth_off() => Assert.Equal(0.9, Joint("cell", "cell"));

    [Fact]
    public void A_component_turned_into_the_next_stage_takes_nothing_off() => Assert.Equal(1, Joint("cell", "pack"));

    [Fact]
    public void Each_stage_skipped_takes_a_tenth_off()
    {
        Assert.Equal(0.9, Joint("cell", "ev"));
        Assert.Equal(0.6561, Joint("ore", "ev"));
    }

    [Fact]
    public void A_kind_without_a_stage_has_its_ancestors() => Assert.Equal(0.9, Joint("lfp-cell", "bev"));

    [Fact]
    public void Where_a_stage_is_unknown_or_beside_the_chain_none_is_skipped()
    {
        Assert.Equal(1, Joint("glue", "ev"));
        Assert.Equal(1, Joint("ore", "charger"));
    }

    [Fact]
    public void Where_only_the_kind_fits_the_joint_is_seven_tenths()
    {
        Assert.Equal(0.7, Joint("cell", "lfp-cell"));
        Assert.Equal(0.7, Joint("bev", "ev"));
    }

    [Fact]
    public void What_a_company_makes_leaves_it_whole()
    {
        var route = Graph().Produces("maker", "cell").Supplies("maker", "builder", "cell").Only("cell", "builder");
        Assert.Equal(1, route.Legs[1].Joint);
        Assert.Equal((0.9 * 0.9) * 0.9, route.Plausibility, 1e-5);
    }

    [Fact]
    public void What_a_plant_makes_leaves_its_country_whole_but_for_the_pool()
    {
        var route = Graph().Operates("maker", "korea", Role.Manufacturing, "cell").Exports("korea", "japan", "cell").Only("maker", "japan");
        Assert.Equal((1, 0.8), (route.Legs[1].Joint, route.Legs[0].Pool));
        Assert.Equal((0.9 * 0.9) * 0.8 * 0.9, route.Plausibility, 1e-5);
    }

    [Fact]
    public void A_showroom_is_not_where_its_cars_are_made()
    {
        var graph = Graph().Operates("maker", "korea", Role.Recycling, "cell").Exports("korea", "japan", "cell");
        Assert.Equal(0.9, graph.Only("maker", "japan").Legs[1].Joint);
    }

    [Fact]
    public void What_was_made_two_legs_before_is_passed_on_like_anything_else()
    {
        var graph = Graph().Produces("maker", "cell").Owns("holding", "maker").Supplies("holding", "builder", "cell");
        var route = graph.Only("cell", "builder");
        Assert.Equal(["cell", "maker", "holding", "builder"], route.Stops);
        Assert.Equal([1, 1, 0.9], route.Legs.Select(l => l.Joint));
        Assert.Equal((0.9 * 0.9) * (0.9 * 0.6) * (0.9 * 0.9), route.Plausibility, 1e-5);
    }

    [Theory]
    [InlineData("ev")]
    [InlineData("bev")]
    public void An_imported_car_seldom_leaves_again(string car)
    {
        var route = Graph().Exports("korea", "japan", car).Exports("japan", "chile", "ev").Only("korea", "chile");
        Assert.Equal(0.2, route.Legs[1].Joint);
        Assert.Equal(0.9 * 0.8 * (0.9 * 0.2), route.Plausibility, 1e-5);
    }

    [Fact]
    public void Imported_cells_leave_again_more_often_than_cars()
    {
        var route = Graph().Exports("korea", "japan", "cell").Exports("japan", "chile", "cell").Only("korea", "chile");
        Assert.Equal(0.9 * 0.8 * (0.9 * 0.9), route.Plausibility, 1e-5);
    }

    [Fact]
    public void A_country_passed_through_takes_a_fifth_off_but_a_company_and_the_ends_do_not()
    {
        var graph = Graph().Supplies("mine", "maker", "salt").Operates("maker", "korea", Role.Manufacturing, "cell").Exports("korea", "japan", "cell");
        var route = graph.Only("mine", "japan");
        Assert.Equal([1, 0.8, 1], route.Legs.Select(l => l.Pool));
    }

    [Fact]
    public void A_region_passed_through_takes_a_fifth_off()
    {
        var graph = Graph().Regions("asia").Exports("korea", "asia", "cell").Add(RelationshipType.CooperatesWith, "japan", "asia", "cell");
        Assert.Equal(0.9 * 0.8 * (0.9 * 0.4 * 0.9), graph.Only("korea", "japan").Plausibility, 1e-5);
    }

    [Fact]
    public void With_components_ignored_there_is_no_joint_and_no_pool()
    {
        var graph = Graph().Exports("korea", "japan", "ev").Exports("japan", "chile", "ev");
        var route = Assert.Single(graph.Ask(new() { From = ["korea"], To = ["chile"], FollowComponents = false, AsOf = GraphBuilder.Today }));
        Assert.Equal(0.9 * 0.9, route.Plausibility, 1e-5);
        Assert.All(route.Legs, l => Assert.Equal((1, 1), (l.Joint, l.Pool)));
    }
}
