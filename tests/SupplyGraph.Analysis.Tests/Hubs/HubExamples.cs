using SupplyGraph.Analysis.Hubs;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Hubs;

/// <summary>Hubs worked out by hand.</summary>
public sealed class HubExamples
{
    private static GraphBuilder World => new GraphBuilder().Countries("china", "japan", "pakistan").Regions("asia", "south-asia", "europe")
        .Member("south-asia", "asia").Member("pakistan", "south-asia")
        .Company("byd", "china").Company("hub-power", "pakistan").Company("atlas", "pakistan")
        .Component("bev", Stage.Vehicles).Component("battery-pack", Stage.Packs).Component("lfp-pack").Component("driver-software", Stage.Software)
        .Component("tyre").Kind("lfp-pack", "battery-pack");

    [Fact]
    public void A_company_counts_once_by_its_strongest_status_with_all_that_states_it()
    {
        var hub = Read(World.Operates("byd", "pakistan", Role.Assembly, "bev")
            .Add(RelationshipType.OperatesIn, "byd", "pakistan", "bev", Role.Manufacturing, status: Status.Announced)
            .Add(RelationshipType.OperatesIn, "hub-power", "pakistan", "bev", Role.Assembly, status: Status.Potential));
        var vehicles = At(hub, Stage.Vehicles);
        Assert.Equal((1, 0, 1), (vehicles.Established.Count, vehicles.Announced.Count, vehicles.Potential.Count));
        Assert.Equal("byd", vehicles.Established.Shown[0].Entity);
        Assert.Equal(2, vehicles.Established.Shown[0].Relationships.Count);
        Assert.DoesNotContain(Stage.Vehicles, hub.Missing);
    }

    [Fact]
    public void A_kind_takes_the_stage_of_what_it_is_a_kind_of() =>
        Assert.Equal(1, At(Read(World.Operates("byd", "pakistan", Role.Assembly, "lfp-pack")), Stage.Packs).Established.Count);

    [Fact]
    public void Charging_needs_no_component_and_software_may_be_research()
    {
        var hub = Read(World.Operates("hub-power", "pakistan", Role.Charging).Operates("byd", "pakistan", Role.Research, "driver-software"));
        Assert.Equal(Enum.GetValues<Stage>().Except([Stage.Charging, Stage.Software]), hub.Missing);
    }

    [Fact]
    public void Showrooms_research_on_hardware_tyres_and_plants_of_unknown_products_are_no_work() => Assert.Equal(
        Enum.GetValues<Stage>(),
        Read(World.Operates("byd", "pakistan", Role.Distribution, "bev").Operates("byd", "pakistan", Role.Research, "battery-pack")
            .Operates("atlas", "pakistan", Role.Manufacturing, "tyre").Operates("atlas", "pakistan", Role.Manufacturing)).Missing);

    [Fact]
    public void Imports_stand_at_their_stage_by_source_and_are_as_concentrated_as_their_sources()
    {
        var hub = Read(World.Exports("china", "pakistan", "bev").Exports("japan", "pakistan", "bev").Exports("china", "pakistan", "lfp-pack")
            .Exports("china", "asia", "bev"));
        Assert.Equal((2, 5000.0), (At(hub, Stage.Vehicles).Imports.Relationships, At(hub, Stage.Vehicles).Imports.Hhi!.Value));
        Assert.Equal(10_000, At(hub, Stage.Packs).Imports.Hhi);
        Assert.Null(At(hub, Stage.Cells).Imports.Hhi);
    }

    [Fact]
    public void Policies_of_a_region_apply_in_its_countries_and_a_corridor_to_it_connects_none_of_them()
    {
        var world = World.Corridors("karakoram-highway", "sea-lane").Add(RelationshipType.Connects, "karakoram-highway", "pakistan")
            .Add(RelationshipType.Connects, "sea-lane", "asia").Policy("ev-policy").Policy("asian-standard").Policy("european-rule")
            .Add(RelationshipType.AppliesIn, "ev-policy", "pakistan").Add(RelationshipType.AppliesIn, "asian-standard", "asia")
            .Add(RelationshipType.AppliesIn, "european-rule", "europe");
        var hub = Read(world);
        Assert.Equal(["asian-standard", "ev-policy"], hub.Policies.Shown.Select(p => p.Entity));
        Assert.Equal(["karakoram-highway"], hub.Corridors.Shown.Select(c => c.Entity));
    }

    [Fact]
    public void A_route_through_the_country_ends_in_the_region()
    {
        var hub = Read(World.Exports("china", "pakistan", "battery-pack").Exports("pakistan", "europe", "bev").Part("battery-pack", "bev"));
        Assert.Equal(["china", "pakistan", "europe"], hub.Routes.Single(r => r.Region == "europe").Route!.Stops);
        Assert.Null(hub.Routes.Single(r => r.Region == "south-asia").Route);
    }

    [Fact]
    public void Without_a_budget_routes_are_missing_and_the_rest_is_exact()
    {
        var snapshot = World.Exports("china", "pakistan", "battery-pack").Exports("pakistan", "europe", "battery-pack").Graph.ToSnapshot();
        var answer = HubComparison.Compare(snapshot, Question("pakistan"), new Budget(0, TimeSpan.FromSeconds(10)));
        Assert.Equal(StopReason.Expansions, answer.StoppedBy);
        Assert.Equal(1, At(answer.Hubs[0], Stage.Packs).Imports.Relationships);
        Assert.Equal(["europe"], answer.Hubs[0].Markets.Shown.Select(m => m.Entity));
    }

    [Fact]
    public void An_unknown_country_is_refused() =>
        Assert.Throws<ArgumentException>(() => HubComparison.Compare(World.Graph.ToSnapshot(), Question("atlantis")));

    private static Hub Read(GraphBuilder world) => Assert.Single(HubComparison.Compare(world.Graph.ToSnapshot(), Question("pakistan")).Hubs);

    private static HubQuestion Question(string country) => new() { Countries = [country], Filters = new LegFilters { AsOf = GraphBuilder.Today } };

    private static HubStage At(Hub hub, Stage stage) => hub.Stages.Single(s => s.Stage == stage);
}
