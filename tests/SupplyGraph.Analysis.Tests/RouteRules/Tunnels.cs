using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>A company is no tunnel between countries, a country is no tunnel between companies, and ownership keeps its direction.</summary>
public sealed class Tunnels
{
    private static GraphBuilder Graph() => new GraphBuilder()
        .Countries("china", "brazil", "thailand").Company("byd", home: "china").Companies("valeo", "bosch")
        .Component("lithium", Stage.Mining).Component("cell", Stage.Cells).Component("pack", Stage.Packs).Component("ev", Stage.Vehicles)
        .Part("lithium", "cell").Part("cell", "pack").Part("pack", "ev");

    private static RouteQuestion Exactly(string from, string to) => new() { From = [from], To = [to], Exact = true, AsOf = GraphBuilder.Today };

    [Fact]
    public void A_plant_abroad_does_not_supply_another_plant_abroad()
    {
        var graph = Graph().Operates("byd", "brazil", Role.Manufacturing, "ev").Operates("byd", "thailand", Role.Manufacturing, "ev");
        Assert.Empty(graph.Chains("brazil", "thailand"));
    }

    [Fact]
    public void A_plant_at_home_supplies_a_plant_abroad()
    {
        var graph = Graph().Operates("byd", "china", Role.Manufacturing, "ev").Operates("byd", "thailand", Role.Assembly, "ev");
        var route = Assert.Single(graph.Ask(Exactly("china", "thailand")));
        Assert.Equal(["china", "byd", "thailand"], route.Stops);
        Assert.Equal((0.9 * 0.5) * (0.9 * 0.9), route.Plausibility, 1e-5);
    }

    [Fact]
    public void What_is_made_in_one_country_may_go_into_what_the_company_makes_in_another()
    {
        var graph = Graph().Operates("byd", "brazil", Role.Manufacturing, "cell").Operates("byd", "thailand", Role.Assembly, "pack");
        Assert.Equal("brazil > byd > thailand", graph.Chains("brazil", "thailand"));
    }

    [Fact]
    public void What_goes_into_a_cell_does_not_come_from_where_packs_are_made()
    {
        var graph = Graph().Operates("byd", "brazil", Role.Manufacturing, "pack").Operates("byd", "thailand", Role.Assembly, "cell");
        Assert.Empty(graph.Chains("brazil", "thailand"));
    }

    [Fact]
    public void A_mine_abroad_supplies_the_home_country()
    {
        var graph = Graph().Operates("byd", "brazil", Role.Mining, "lithium").Operates("byd", "china", Role.Manufacturing);
        Assert.Equal("brazil > byd > china", graph.Chains(Exactly("brazil", "china")));
    }

    [Fact]
    public void A_plant_abroad_does_not_supply_the_home_country()
    {
        var graph = Graph().Operates("byd", "brazil", Role.Manufacturing, "ev").Operates("byd", "china", Role.Assembly, "ev");
        Assert.Empty(graph.Chains(Exactly("brazil", "china")));
    }

    [Fact]
    public void A_mine_abroad_does_not_supply_a_third_country()
    {
        var graph = Graph().Operates("byd", "brazil", Role.Mining, "lithium").Operates("byd", "thailand", Role.Manufacturing);
        Assert.Empty(graph.Chains("brazil", "thailand"));
    }

    [Fact]
    public void A_company_whose_home_is_not_known_is_no_tunnel()
    {
        var graph = Graph().Operates("valeo", "brazil", Role.Manufacturing, "ev").Operates("valeo", "thailand", Role.Manufacturing, "ev");
        Assert.Empty(graph.Chains("brazil", "thailand"));
    }

    [Fact]
    public void Two_carmakers_in_one_country_do_not_supply_each_other()
    {
        var graph = Graph().Operates("valeo", "thailand", Role.Manufacturing, "ev").Operates("bosch", "thailand", Role.Manufacturing, "ev");
        Assert.Empty(graph.Chains("valeo", "bosch"));
    }

    [Fact]
    public void A_cell_plant_may_supply_a_pack_plant_in_the_same_country()
    {
        var graph = Graph().Operates("valeo", "thailand", Role.Manufacturing, "cell").Operates("bosch", "thailand", Role.Manufacturing, "pack");
        var route = graph.Only("valeo", "bosch");
        Assert.Equal(["valeo", "thailand", "bosch"], route.Stops);
        Assert.Equal((0.9 * 0.9) * 0.8 * (0.9 * 0.5), route.Plausibility, 1e-5);
    }

    [Fact]
    public void Plants_that_name_no_component_are_not_joined_by_their_country()
    {
        var graph = Graph().Operates("valeo", "thailand", Role.Manufacturing).Operates("bosch", "thailand", Role.Manufacturing);
        Assert.Empty(graph.Chains("valeo", "bosch"));
    }

    [Fact]
    public void Two_owners_of_one_company_do_not_supply_each_other() =>
        Assert.Empty(Graph().Owns("valeo", "byd").Owns("bosch", "byd").Chains("valeo", "bosch"));

    [Fact]
    public void Two_companies_of_one_owner_do_not_supply_each_other() =>
        Assert.Empty(Graph().Owns("byd", "valeo").Owns("byd", "bosch").Chains("valeo", "bosch"));

    [Fact]
    public void Ownership_may_be_walked_up_or_down_throughout()
    {
        var graph = Graph().Owns("valeo", "byd").Owns("byd", "bosch");
        Assert.Equal((0.9 * 0.8) * (0.9 * 0.8), graph.Only("valeo", "bosch").Plausibility, 1e-5);
        Assert.Equal((0.9 * 0.6) * (0.9 * 0.6), graph.Only("bosch", "valeo").Plausibility, 1e-5);
    }

    [Fact]
    public void With_components_ignored_a_company_and_a_country_are_mere_stops()
    {
        var graph = Graph().Operates("byd", "brazil", Role.Manufacturing, "ev").Operates("byd", "thailand", Role.Manufacturing, "ev")
            .Operates("valeo", "brazil", Role.Assembly, "ev");
        var route = Assert.Single(graph.Ask(new() { From = ["valeo"], To = ["thailand"], FollowComponents = false, AsOf = GraphBuilder.Today }));
        Assert.Equal(["valeo", "brazil", "byd", "thailand"], route.Stops);
        Assert.Equal((0.9 * 0.9) * (0.9 * 0.5) * (0.9 * 0.9), route.Plausibility, 1e-5);
    }
}
