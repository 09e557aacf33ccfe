using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>Chains of countries, and what only the best route is kept of.</summary>
public sealed class BestOfAKind
{
    private static GraphBuilder Graph() => new GraphBuilder()
        .Countries("korea", "china", "pakistan", "oman", "kenya").Company("lg", home: "korea").Company("sk", home: "korea").Company("mg", home: "pakistan")
        .Companies("nomad", "byd").Component("cell").Corridors("cpec");

    private static RouteQuestion Ask(Distinct? distinct) => new() { Via = ["pakistan"], Distinct = distinct, AsOf = GraphBuilder.Today };

    // Four routes through Pakistan: two Korean suppliers reach it over China, and it exports to two countries.
    private static GraphBuilder Trade() => Graph()
        .Operates("lg", "china", Role.Manufacturing, "cell").Add(RelationshipType.OperatesIn, "sk", "china", "cell", Role.Manufacturing, confidence: 0.8)
        .Exports("china", "pakistan", "cell").Exports("pakistan", "oman", "cell").Exports("pakistan", "kenya", "cell", 0.8);

    [Fact]
    public void None_keeps_every_route() => Assert.Equal(
        "china > pakistan > oman; china > pakistan > kenya; lg > china > pakistan > oman; lg > china > pakistan > kenya; "
        + "sk > china > pakistan > oman; sk > china > pakistan > kenya",
        Trade().Chains(Ask(Distinct.None)));

    [Fact]
    public void Endpoints_keeps_one_route_for_each_first_and_last_stop() => Assert.Equal(
        "china > pakistan > oman; lg > china > pakistan > oman",
        Trade().Exports("korea", "kenya", "cell").Chains(Ask(Distinct.Endpoints) with { To = ["oman"], Avoid = ["sk"] }));

    [Fact]
    public void Countries_keeps_one_supplier_of_each_chain() => Assert.Equal(
        "china > pakistan > oman; china > pakistan > kenya; lg > china > pakistan > oman; lg > china > pakistan > kenya",
        Trade().Chains(Ask(Distinct.Countries)));

    [Fact]
    public void Around_is_the_default_with_a_via_and_drops_what_lies_further_off() =>
        Assert.Equal("china > pakistan > oman; china > pakistan > kenya", Trade().Chains(Ask(null)));

    [Fact]
    public void None_is_the_default_with_both_ends_given() => Assert.Equal(
        "lg > china > pakistan > oman; sk > china > pakistan > oman",
        Trade().Chains(Ask(null) with { From = ["lg", "sk"], To = ["oman"] }));

    [Fact]
    public void Countries_is_the_default_without_a_via() =>
        Assert.Equal("lg > china", Trade().Chains(new RouteQuestion { From = ["lg", "sk"], MaxHops = 1, AsOf = GraphBuilder.Today }));

    [Fact]
    public void Around_reaches_past_stops_without_a_country_and_of_the_vias_own_country()
    {
        var graph = Graph().Supplies("lg", "nomad", "cell").Supplies("sk", "byd", "cell", 0.8).Supplies("nomad", "mg", "cell").Supplies("byd", "mg", "cell")
            .Operates("mg", "oman", Role.Assembly, "cell");
        Assert.Equal("byd > mg > oman; lg > nomad > mg > oman", graph.Chains(Ask(Distinct.Around)));
    }

    [Fact]
    public void Around_is_cut_at_the_via_where_nothing_lies_before_it()
    {
        var graph = Graph().Supplies("nomad", "mg", "cell").Supplies("byd", "mg", "cell", 0.8).Operates("mg", "oman", Role.Assembly, "cell");
        Assert.Equal("nomad > mg > oman", graph.Chains(Ask(Distinct.Around)));
    }

    [Fact]
    public void Around_a_corridor_reaches_to_the_countries_beside_it()
    {
        var graph = Graph().Add(RelationshipType.Connects, "cpec", "china").Add(RelationshipType.Connects, "cpec", "pakistan")
            .Add(RelationshipType.CooperatesWith, "korea", "china");
        Assert.Equal("china > cpec > pakistan; pakistan > cpec > china", graph.Chains(Ask(null) with { Via = ["cpec"] }));
    }

    [Fact]
    public void An_empty_chain_of_countries_is_one_key_like_any_other()
    {
        var graph = Graph().Supplies("nomad", "byd", "cell").Companies("stray").Supplies("stray", "byd", "cell", 0.8);
        Assert.Equal("nomad > byd", graph.Chains(new RouteQuestion { To = ["byd"], AsOf = GraphBuilder.Today }));
    }

    [Fact]
    public void Neighbours_that_repeat_are_merged_and_a_return_is_shown()
    {
        var graph = Graph().Supplies("lg", "sk", "cell").Supplies("sk", "nomad", "cell").Supplies("nomad", "mg", "cell")
            .Operates("mg", "korea", Role.Assembly, "cell");
        var route = Assert.Single(graph.Ask(new() { From = ["lg"], To = ["korea"], Exact = true, AsOf = GraphBuilder.Today }));
        Assert.Equal(["korea", "pakistan", "korea"], route.Countries);
    }
}
