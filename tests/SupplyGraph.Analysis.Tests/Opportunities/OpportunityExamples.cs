using SupplyGraph.Analysis.Opportunities;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Opportunities;

/// <summary>Opportunities worked out by hand. Confidence is 0.9 throughout: a plant that runs makes a leg of 0.81, one that is announced 0.648.</summary>
public sealed class OpportunityExamples
{
    // Gotion makes cells in China; Pakistan assembles cars and makes no cells.
    private static GraphBuilder World => new GraphBuilder().Countries("china", "india", "japan", "pakistan").Regions("asia", "south-asia")
        .Member("south-asia", "asia").Member("pakistan", "south-asia").Member("india", "south-asia").Member("china", "asia").Member("pakistan", "asia")
        .Company("gotion", "china").Company("byd", "china").Company("hub-power", "pakistan")
        .Component("cell", Stage.Cells).Component("pack", Stage.Packs).Component("bev", Stage.Vehicles)
        .Operates("gotion", "china", Role.Manufacturing, "cell").Operates("byd", "pakistan", Role.Assembly, "bev");

    [Fact]
    public void A_company_without_a_tie_is_counted_and_not_offered()
    {
        var cells = Cells(World);
        Assert.Equal((1, 0, 0), (cells.Established, cells.Near, cells.Companies.Count));
    }

    [Fact]
    public void A_company_with_an_announced_plant_in_the_country_is_near_by_as_much_as_the_plant_is_plausible()
    {
        var tie = OnlyTie(World.Add(RelationshipType.OperatesIn, "gotion", "pakistan", "cell", Role.Manufacturing, status: Status.Announced), 0.3888);
        Assert.Equal((TieKind.AtWork, "pakistan", 0.6, 0.648), (tie.Kind, tie.Other, tie.Weight, tie.Plausibility));
    }

    [Fact]
    public void A_supplier_is_near_by_its_supply_and_its_customers_work()
    {
        var tie = OnlyTie(World.Supplies("gotion", "byd", "cell"), 0.2916);
        Assert.Equal((TieKind.Affiliate, "byd", 0.4, 0.729), (tie.Kind, tie.Other, tie.Weight, tie.Plausibility));
        Assert.Equal(["gotion > byd", "byd > pakistan"], tie.Legs.Select(l => $"{l.From} > {l.To}"));
    }

    [Fact]
    public void An_owner_is_near_and_what_is_owned_is_not()
    {
        Assert.Equal("byd", OnlyTie(World.Owns("gotion", "byd"), 0.23328).Other);
        Assert.Empty(Cells(World.Owns("byd", "gotion")).Companies);
        Assert.Empty(Cells(World.Supplies("byd", "gotion", "bev")).Companies);
    }

    [Fact]
    public void A_plant_in_the_subregion_is_near_and_one_on_the_continent_is_not()
    {
        var tie = OnlyTie(World.Operates("gotion", "india", Role.Assembly, "pack"), 0.162);
        Assert.Equal((TieKind.SameRegion, "india", "south-asia"), (tie.Kind, tie.Other, tie.Region));
        Assert.Empty(Cells(World.Operates("gotion", "china", Role.Assembly, "pack")).Companies);
    }

    [Fact]
    public void A_home_is_linked_by_a_corridor_a_cooperation_or_an_agreement()
    {
        Assert.Equal(["connects", "connects"], LinkOf(
            World.Corridors("kkh").Add(RelationshipType.Connects, "kkh", "china").Add(RelationshipType.Connects, "kkh", "pakistan"), 0.07938));
        Assert.Equal(["cooperates_with"], LinkOf(World.Add(RelationshipType.CooperatesWith, "pakistan", "china"), 0.072));
        Assert.Equal(["applies_in", "applies_in"], LinkOf(
            World.Policy("fta").Add(RelationshipType.AppliesIn, "fta", "china").Add(RelationshipType.AppliesIn, "fta", "pakistan"), 0.07938));

        static IEnumerable<string> LinkOf(GraphBuilder world, double strength)
        {
            var tie = OnlyTie(world, strength);
            Assert.Equal((TieKind.HomeLink, "china"), (tie.Kind, tie.Other));
            return tie.Legs.Select(leg => Term.Of(leg.Relationship.Key.Type));
        }
    }

    [Fact]
    public void Many_corridors_to_one_home_make_one_tie_over_the_best()
    {
        var tie = OnlyTie(
            World.Corridors("kkh", "port").Add(RelationshipType.Connects, "kkh", "china").Add(RelationshipType.Connects, "kkh", "pakistan")
                .Add(RelationshipType.Connects, "port", "china", confidence: 0.5).Add(RelationshipType.Connects, "port", "pakistan"),
            0.07938);
        Assert.Equal("kkh", tie.Legs[0].To);
    }

    [Fact]
    public void An_export_control_that_applies_in_both_countries_is_no_agreement() => Assert.Empty(Cells(
        World.Policy("control").Add(RelationshipType.AppliesIn, "control", "china").Add(RelationshipType.AppliesIn, "control", "pakistan", "cell")).Companies);

    [Fact]
    public void One_other_entity_makes_one_tie_the_best()
    {
        var tie = OnlyTie(World.Supplies("gotion", "byd", "cell").Add(RelationshipType.PartnersWith, "byd", "gotion").Owns("gotion", "byd"), 0.2916);
        Assert.Equal(RelationshipType.Supplies, tie.Legs[0].Relationship.Key.Type);
    }

    // A plant that is thought of in India makes 0.2 x 0.225; the cooperation of India and Pakistan 0.2 x 0.36.
    [Fact]
    public void Of_two_kinds_of_ties_through_one_country_the_stronger_counts()
    {
        var world = World.Company("exide", "india").Operates("exide", "japan", Role.Manufacturing, "cell")
            .Add(RelationshipType.OperatesIn, "exide", "india", "pack", Role.Assembly, confidence: 0.5, status: Status.Potential);
        Assert.Equal((TieKind.SameRegion, 0.225), Read(world));
        Assert.Equal((TieKind.HomeLink, 0.36), Read(world.Add(RelationshipType.CooperatesWith, "india", "pakistan")));

        static (TieKind, double) Read(GraphBuilder world)
        {
            var tie = Assert.Single(Assert.Single(Cells(world).Companies).Ties);
            return (tie.Kind, tie.Plausibility);
        }
    }

    [Fact]
    public void Ties_through_several_entities_add_up_without_reaching_certainty()
    {
        var company = Assert.Single(Cells(World.Supplies("gotion", "byd", "cell").Operates("gotion", "india", Role.Assembly, "pack")).Companies);
        Assert.Equal(["byd", "india"], company.Ties.Select(t => t.Other));
        Assert.Equal(Math.Round(1 - ((1 - 0.2916) * (1 - 0.162)), 6), company.Nearness);
    }

    [Fact]
    public void A_stage_with_an_established_company_is_not_missing() =>
        Assert.DoesNotContain(Ask(World.Operates("hub-power", "pakistan", Role.Manufacturing, "cell")).Stages, s => s.Stage == Stage.Cells);

    [Fact]
    public void An_unknown_country_is_refused() => Assert.Throws<ArgumentException>(() => OpportunitySearch.Find(
        World.Graph.ToSnapshot(), new OpportunityQuestion { Country = "atlantis", Filters = new LegFilters { AsOf = GraphBuilder.Today } }));

    private static OpportunityTie OnlyTie(GraphBuilder world, double nearness)
    {
        var company = Assert.Single(Cells(world).Companies);
        Assert.Equal(("gotion", nearness), (company.Company, company.Nearness));
        return Assert.Single(company.Ties);
    }

    private static MissingStage Cells(GraphBuilder world) => Ask(world).Stages.Single(s => s.Stage == Stage.Cells);

    private static OpportunityAnswer Ask(GraphBuilder world) => OpportunitySearch.Find(
        world.Graph.ToSnapshot(), new OpportunityQuestion { Country = "pakistan", Filters = new LegFilters { AsOf = GraphBuilder.Today } });
}
