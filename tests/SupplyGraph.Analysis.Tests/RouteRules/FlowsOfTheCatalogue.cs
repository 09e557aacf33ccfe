using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.RouteRules;

/// <summary>Which way each type of relationship is walked, and what it makes of a leg.</summary>
public sealed class FlowsOfTheCatalogue
{
    private static GraphBuilder Graph() => new GraphBuilder()
        .Companies("a", "b").Countries("x", "y").Regions("r").Components("ore", "cell").Vehicles("car").Corridors("canal");

    [Theory]
    [InlineData(RelationshipType.Supplies, "a", "b", "cell", null, 1.0, 0)]
    [InlineData(RelationshipType.ExportsTo, "x", "y", "cell", null, 1.0, 0)]
    [InlineData(RelationshipType.ExportsTo, "x", "r", "cell", null, 1.0, 0)]
    [InlineData(RelationshipType.OperatesIn, "a", "x", null, Role.Mining, 0.9, 0.9)]
    [InlineData(RelationshipType.OperatesIn, "a", "x", null, Role.Refining, 0.9, 0.9)]
    [InlineData(RelationshipType.OperatesIn, "a", "x", null, Role.Manufacturing, 0.9, 0.5)]
    [InlineData(RelationshipType.OperatesIn, "a", "x", null, Role.Assembly, 0.9, 0.5)]
    [InlineData(RelationshipType.OperatesIn, "a", "x", null, Role.Research, 0.9, 0)]
    [InlineData(RelationshipType.OperatesIn, "a", "x", null, Role.Distribution, 0.9, 0)]
    [InlineData(RelationshipType.OperatesIn, "a", "x", null, Role.Charging, 0.9, 0)]
    [InlineData(RelationshipType.OperatesIn, "a", "x", null, Role.Recycling, 0.9, 0)]
    [InlineData(RelationshipType.Produces, "a", "cell", null, null, 0, 0.9)]
    [InlineData(RelationshipType.Produces, "x", "cell", null, null, 0, 0.9)]
    [InlineData(RelationshipType.Owns, "a", "b", null, null, 0.8, 0.6)]
    [InlineData(RelationshipType.PartnersWith, "a", "b", null, null, 0.5, 0.5)]
    [InlineData(RelationshipType.Connects, "canal", "x", null, null, 0.7, 0.7)]
    [InlineData(RelationshipType.Connects, "canal", "r", null, null, 0.7, 0.7)]
    [InlineData(RelationshipType.InvestsIn, "a", "b", null, null, 0, 0.6)]
    [InlineData(RelationshipType.InvestsIn, "a", "x", null, null, 0.6, 0)]
    [InlineData(RelationshipType.InvestsIn, "x", "a", null, null, 0, 0)]
    [InlineData(RelationshipType.InvestsIn, "x", "y", null, null, 0, 0)]
    [InlineData(RelationshipType.CooperatesWith, "x", "y", null, null, 0.4, 0.4)]
    [InlineData(RelationshipType.CooperatesWith, "x", "r", null, null, 0.4, 0.4)]
    [InlineData(RelationshipType.PartOf, "ore", "cell", null, null, 1.0, 0)]
    [InlineData(RelationshipType.Builds, "a", "car", null, null, 1.0, 0)]
    [InlineData(RelationshipType.Uses, "car", "cell", null, null, 0, 1.0)]
    [InlineData(RelationshipType.HeadquarteredIn, "a", "x", null, null, 0, 0)]
    [InlineData(RelationshipType.SubstitutesFor, "ore", "cell", null, null, 0, 0)]
    [InlineData(RelationshipType.MemberOf, "x", "r", null, null, 0, 0)]
    public void A_leg_is_as_plausible_as_its_type_and_direction(
        RelationshipType type, string from, string to, string? component, Role? role, double forward, double backward)
    {
        var graph = Graph().Add(type, from, to, component, role);
        Assert.Equal(0.9 * forward, Best(graph, from, to), 1e-5);
        Assert.Equal(0.9 * backward, Best(graph, to, from), 1e-5);
    }

    // Taken exactly: a stop that lies in the other's place set would otherwise be a route's start and end.
    private static double Best(GraphBuilder graph, string from, string to) =>
        graph.Ask(new() { From = [from], To = [to], Exact = true, AsOf = GraphBuilder.Today }).Select(r => r.Plausibility).FirstOrDefault();

    [Theory]
    [InlineData(Status.Established, 1.0)]
    [InlineData(Status.Announced, 0.8)]
    [InlineData(Status.Potential, 0.5)]
    public void What_is_hoped_for_is_half_as_plausible_as_what_is(Status status, double factor) =>
        Assert.Equal(0.9 * factor, Graph().Add(RelationshipType.Supplies, "a", "b", "cell", status: status).Only("a", "b").Plausibility, 1e-5);

    [Theory]
    [InlineData(Role.Research)]
    [InlineData(Role.Distribution)]
    [InlineData(Role.Charging)]
    public void A_research_lab_a_showroom_and_a_charger_pass_nothing_on(Role role)
    {
        var graph = Graph().Operates("a", "x", role, "cell").Exports("x", "y", "cell");
        Assert.Equal("a > x", graph.Chains("a", "x"));
        Assert.Empty(graph.Chains("a", "y"));
        Assert.Empty(graph.Chains(new Routes.RouteQuestion { From = ["a"], To = ["y"], FollowComponents = false, AsOf = GraphBuilder.Today }));
    }

    [Fact]
    public void A_showroom_beside_a_plant_is_an_alternative_only_where_the_route_ends()
    {
        var graph = Graph().Operates("a", "x", Role.Assembly, "cell").Operates("a", "x", Role.Distribution, "cell").Exports("x", "y", "cell");
        Assert.Equal(["operates_in~a~x~cell~distribution"], graph.Only("a", "x").Legs[0].Alternatives);
        Assert.Empty(graph.Only("a", "y").Legs[0].Alternatives);
    }

    [Fact]
    public void A_component_begins_a_route_but_no_flow_leads_from_a_company_into_one() =>
        Assert.Empty(Graph().Produces("a", "cell").Produces("b", "cell").Chains("a", "b"));

    [Fact]
    public void A_plant_that_recycles_passes_on_what_it_recovers() =>
        Assert.Equal("a > x > y", Graph().Operates("a", "x", Role.Recycling, "cell").Exports("x", "y", "cell").Chains("a", "y"));
}
