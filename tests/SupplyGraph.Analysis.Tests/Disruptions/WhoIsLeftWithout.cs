using SupplyGraph.Analysis.Disruptions;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Disruptions;

/// <summary>Disruptions that a buyer of graphite would recognise.</summary>
public sealed class WhoIsLeftWithout
{
    private static readonly DisruptionQuestion Question = new() { Filters = new LegFilters { AsOf = GraphBuilder.Today } };

    private readonly GraphBuilder graphite = new GraphBuilder().Countries("china", "japan", "germany", "mozambique").Components("graphite", "anode")
        .Exports("china", "japan", "graphite").Exports("china", "germany", "graphite").Exports("mozambique", "germany", "graphite", 0.6);

    [Fact]
    public void One_with_a_single_supplier_loses_all_and_one_with_a_second_falls_back_on_it()
    {
        var answer = Without(graphite, "china");

        Assert.Equal(["graphite at japan", "graphite at germany"], answer.Disruptions.Select(d => $"{d.Component} at {d.Receiver}"));
        var (japan, germany) = (answer.Disruptions[0], answer.Disruptions[1]);
        Assert.Null(japan.After);
        Assert.Equal(0.9, japan.Loss);
        Assert.Equal("exports_to~mozambique~germany~graphite~", Assert.Single(germany.After!.Legs).Key.Id);
        Assert.Equal((0.9, 0.6, 0.3), (germany.Before!.Plausibility, germany.After.Plausibility, germany.Loss));
        Assert.Equal((2, 1, 1, 0), (answer.LookedAt, answer.Lost, answer.Weakened, answer.Strengthened));
    }

    [Fact]
    public void What_is_itself_removed_is_not_called_a_victim()
    {
        var answer = Without(graphite, "germany");
        Assert.Empty(answer.Disruptions);
        Assert.Equal((1, 1), (answer.LookedAt, answer.Removed));
    }

    [Fact]
    public void A_maker_that_keeps_its_own_plant_keeps_its_component()
    {
        var graph = new GraphBuilder().Companies("byd", "gotion").Components("cell").Produces("byd", "cell").Supplies("gotion", "byd", "cell");
        var lost = Assert.Single(Without(graph, "gotion").Disruptions);
        Assert.Equal(("cell", "byd", 0.81), (lost.Component, lost.Receiver, lost.After!.Plausibility));
    }

    [Fact]
    public void A_vehicle_is_a_receiver_of_what_it_uses()
    {
        var graph = new GraphBuilder().Vehicles("model-y").Components("cell").Add(RelationshipType.Uses, "model-y", "cell");
        var answer = Removing(graph, new Scenario { RemovedRelationships = [RelationshipKey.Of(RelationshipType.Uses, "model-y", "cell")] });
        Assert.Equal(("model-y", 1), (Assert.Single(answer.Disruptions).Receiver, answer.Lost));
    }

    [Fact]
    public void What_a_region_passes_on_needs_to_have_reached_it()
    {
        var graph = new GraphBuilder().Countries("serbia", "australia", "idle").Regions("europe").Components("lithium")
            .Add(RelationshipType.CooperatesWith, "serbia", "europe", "lithium");
        var best = Removing(graph, new Scenario());
        // Serbia's lithium reaches Europe; none reaches Serbia from there.
        Assert.Equal(0, best.LookedAt);

        graph.Exports("australia", "europe", "lithium");
        var lost = Assert.Single(Without(graph, "australia").Disruptions);
        Assert.Equal(["australia", "europe", "serbia"], lost.Before!.Stops);
        // The export, the same component's joint, the pool of Europe, the cooperation.
        Assert.Equal(0.9 * 0.9 * 0.8 * (0.9 * 0.4), lost.Before.Plausibility, 5);
        Assert.Null(lost.After);
    }

    [Fact]
    public void A_page_of_the_ranking_goes_on_where_the_one_before_ended()
    {
        var whole = Without(graphite, "china");
        var (snapshot, after) = Views(graphite, new Scenario { RemovedEntities = ["china"] });
        var second = DisruptionSearch.Compare(snapshot, after, Question with { Skip = 1, Take = 1 });
        Assert.Equal(whole.Disruptions[1].Receiver, Assert.Single(second.Disruptions).Receiver);
        Assert.Equal(2, second.Changed);
    }

    [Fact]
    public void A_search_that_its_budget_ends_says_so()
    {
        var graph = new GraphBuilder().Countries("serbia", "australia").Regions("europe").Components("lithium")
            .Add(RelationshipType.CooperatesWith, "serbia", "europe", "lithium").Exports("australia", "europe", "lithium");
        var (snapshot, after) = Views(graph, new Scenario { RemovedEntities = ["australia"] });
        var answer = DisruptionSearch.Compare(snapshot, after, Question, new Budget(2, TimeSpan.FromSeconds(10)));
        Assert.Equal(StopReason.Expansions, answer.StoppedBy);
        Assert.False(answer.Complete);
    }

    private static DisruptionAnswer Without(GraphBuilder graph, string entity) => Removing(graph, new Scenario { RemovedEntities = [entity] });

    private static DisruptionAnswer Removing(GraphBuilder graph, Scenario scenario)
    {
        var (snapshot, after) = Views(graph, scenario);
        return DisruptionSearch.Compare(snapshot, after, Question);
    }

    private static (Snapshot Before, Snapshot After) Views(GraphBuilder graph, Scenario scenario)
    {
        var snapshot = graph.Graph.ToSnapshot();
        return (snapshot, ScenarioView.Under(scenario, snapshot, new Dictionary<string, IReadOnlyList<Claim>>()));
    }
}
