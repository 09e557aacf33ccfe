using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>What is said where there is no route.</summary>
public sealed class NearestObstacles
{
    private static GraphBuilder Graph() => new GraphBuilder()
        .Countries("china", "pakistan", "oman", "kenya").Regions("asia").Company("byd", home: "china").Company("mg", home: "pakistan")
        .Components("cell", "pack", "tyre").Part("cell", "pack").Member("oman", "asia");

    private static RouteQuestion Ask(string? from, string? to, params string[] via) =>
        new() { From = from is null ? [] : [from], To = to is null ? [] : [to], Via = via, AsOf = GraphBuilder.Today };

    private static (string Code, string? Field, string? Value) Obstacle(GraphBuilder graph, RouteQuestion question)
    {
        var answer = graph.Answer(question);
        Assert.True(answer.Complete);
        Assert.Empty(answer.Routes);
        Assert.False(string.IsNullOrWhiteSpace(answer.Obstacle?.Message));
        return (answer.Obstacle!.Code, answer.Obstacle.Field, answer.Obstacle.Value);
    }

    [Fact]
    public void BYD_cannot_be_left_where_China_is_avoided() =>
        Assert.Equal(("empty_place_set", "from", "byd"), Obstacle(Graph().Supplies("byd", "mg", "cell"), Ask("byd", "mg") with { Avoid = ["china"] }));

    [Fact]
    public void Oman_cannot_be_reached_where_Asia_is_avoided() =>
        Assert.Equal(("empty_place_set", "to", "oman"), Obstacle(Graph().Exports("china", "oman", "cell"), Ask("china", "oman") with { Avoid = ["asia"] }));

    [Fact]
    public void MG_cannot_be_passed_where_Pakistan_is_avoided() =>
        Assert.Equal(("empty_place_set", "via", "mg"),
            Obstacle(Graph().Supplies("byd", "mg", "cell").Operates("mg", "oman", Role.Assembly, "cell"), Ask(null, null, "mg") with { Avoid = ["pakistan"] }));

    [Fact]
    public void Nothing_leads_to_Pakistan() =>
        Assert.Equal(("via_cut_off", "via", "pakistan"), Obstacle(Graph().Exports("pakistan", "oman", "cell"), Ask(null, null, "pakistan")));

    [Fact]
    public void Nothing_leads_on_from_Pakistan() =>
        Assert.Equal(("via_cut_off", "via", "pakistan"), Obstacle(Graph().Exports("china", "pakistan", "cell"), Ask(null, null, "pakistan")));

    [Fact]
    public void Of_two_vias_the_one_that_is_cut_off_is_named()
    {
        var graph = Graph().Exports("china", "pakistan", "cell").Exports("pakistan", "oman", "cell").Exports("pakistan", "kenya", "cell");
        Assert.Equal(("via_cut_off", "via", "kenya"), Obstacle(graph, Ask("china", "oman", "pakistan", "kenya")));
    }

    [Fact]
    public void A_showroom_in_Pakistan_leads_no_further() =>
        Assert.Equal(("via_cut_off", "via", "pakistan"),
            Obstacle(Graph().Operates("byd", "pakistan", Role.Distribution, "cell").Exports("pakistan", "oman", "cell"), Ask(null, null, "pakistan")));

    [Fact]
    public void A_filter_cuts_Pakistan_off()
    {
        var graph = Graph().Exports("china", "pakistan", "cell").Exports("pakistan", "oman", "cell", 0.3);
        Assert.Null(graph.Answer(Ask(null, null, "pakistan")).Obstacle);
        Assert.Equal(("via_cut_off", "via", "pakistan"), Obstacle(graph, Ask(null, null, "pakistan") with { MinConfidence = 0.5 }));
    }

    [Fact]
    public void China_and_Kenya_are_not_connected() =>
        Assert.Equal(("ends_not_connected", "to", "kenya"), Obstacle(Graph().Exports("china", "oman", "cell"), Ask("china", "kenya")));

    [Fact]
    public void Against_the_flow_nothing_is_connected() =>
        Assert.Equal(("ends_not_connected", "to", "china"), Obstacle(Graph().Exports("china", "oman", "cell"), Ask("oman", "china")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Too_few_legs_are_told_with_a_number_that_is_enough(int maxHops)
    {
        var graph = Graph().Exports("china", "pakistan", "cell").Exports("pakistan", "oman", "cell").Exports("oman", "kenya", "cell");
        Assert.Equal(("too_few_legs", "maxHops", null), Obstacle(graph, Ask("china", "kenya") with { MaxHops = maxHops }));
        Assert.Contains("try 3", graph.Answer(Ask("china", "kenya") with { MaxHops = maxHops }).Obstacle!.Message, StringComparison.Ordinal);
        Assert.Null(graph.Answer(Ask("china", "kenya") with { MaxHops = 3 }).Obstacle);
    }

    [Fact]
    public void Too_few_legs_reach_over_the_via()
    {
        var graph = Graph().Exports("china", "pakistan", "cell").Exports("pakistan", "oman", "cell").Exports("china", "oman", "cell");
        Assert.Equal(("too_few_legs", "maxHops", null), Obstacle(graph, Ask("china", "oman", "pakistan") with { MaxHops = 1 }));
    }

    [Fact]
    public void Packs_do_not_become_cells() =>
        Assert.Equal(("component_order", null, null),
            Obstacle(Graph().Supplies("byd", "mg", "pack").Operates("mg", "oman", Role.Assembly, "cell"), Ask("byd", "oman")));

    [Fact]
    public void No_tyres_are_on_the_way()
    {
        var graph = Graph().Supplies("byd", "mg", "cell").Operates("mg", "oman", Role.Assembly, "pack");
        Assert.Null(graph.Answer(Ask("byd", "oman")).Obstacle);
        Assert.Equal(("component_order", "component", "tyre"), Obstacle(graph, Ask("byd", "oman") with { Component = "tyre" }));
    }

    [Fact]
    public void Two_vias_together_take_more_legs_than_each()
    {
        var graph = Diamond().Exports("pakistan", "oman", "cell");
        var both = Ask("china", "kenya", "pakistan", "oman");
        Assert.Equal(("too_few_legs", "maxHops", null), Obstacle(graph, both with { MaxHops = 2 }));
        Assert.Contains("3 legs", graph.Answer(both with { MaxHops = 2 }).Obstacle!.Message, StringComparison.Ordinal);
        Assert.Equal("china > pakistan > oman > kenya", graph.Chains(both with { MaxHops = 3 }));
    }

    // Nothing that the legs carry is to blame: with components ignored there is no route either.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Two_vias_on_ways_of_their_own_are_on_no_simple_chain(bool follow) =>
        Assert.Equal(("no_simple_chain", null, null), Obstacle(Diamond(), Ask("china", "kenya", "pakistan", "oman") with { FollowComponents = follow }));

    private static GraphBuilder Diamond() => Graph().Exports("china", "pakistan", "cell").Exports("china", "oman", "cell")
        .Exports("pakistan", "kenya", "cell").Exports("oman", "kenya", "cell");
}
