using SupplyGraph.Model;

namespace SupplyGraph.Graph.Tests;

public sealed class TaxonomyTests
{
    private static readonly Snapshot Batteries = Sample.Batteries();

    [Theory]
    [InlineData("lfp", "pack")]
    [InlineData("prismatic-lfp", "pack")]
    [InlineData("lfp", "ev")]
    [InlineData("lfp", "bev")]
    [InlineData("cell", "phev")]
    [InlineData("pack", "bev")]
    public void A_part_advances_to_what_it_goes_into_and_to_kinds_of_that(string part, string whole)
    {
        Assert.True(Batteries.Taxonomy.Advances(Batteries.Ordinal(part), Batteries.Ordinal(whole)));
        Assert.False(Batteries.Taxonomy.Advances(Batteries.Ordinal(whole), Batteries.Ordinal(part)));
    }

    [Theory]
    [InlineData("lfp", "nmc")]
    [InlineData("bev", "phev")]
    [InlineData("lfp", "cell")]
    [InlineData("cell", "lfp")]
    [InlineData("cell", "cell")]
    public void Nothing_advances_to_a_sibling_a_kind_or_itself(string from, string to) =>
        Assert.False(Batteries.Taxonomy.Advances(Batteries.Ordinal(from), Batteries.Ordinal(to)));

    [Fact]
    public void A_part_of_one_kind_does_not_advance_to_its_sibling()
    {
        var graph = new Sample().Add(EntityKind.Component, "car", "bev", "phev", "tank").Link(RelationshipType.KindOf, "bev", "car")
            .Link(RelationshipType.KindOf, "phev", "car")
            .Link(RelationshipType.PartOf, "tank", "phev").Build();
        Assert.True(graph.Taxonomy.Advances(graph.Ordinal("tank"), graph.Ordinal("phev")));
        Assert.True(graph.Taxonomy.Advances(graph.Ordinal("tank"), graph.Ordinal("car")));
        Assert.False(graph.Taxonomy.Advances(graph.Ordinal("tank"), graph.Ordinal("bev")));
    }

    [Theory]
    [InlineData("lfp", "lfp", true)]
    [InlineData("lfp", "cell", true)]
    [InlineData("cell", "prismatic-lfp", true)]
    [InlineData("cell", "bev", true)]
    [InlineData("lfp", "nmc", false)]
    [InlineData("pack", "cell", false)]
    public void A_later_leg_names_the_same_its_kin_or_what_it_advances_to(string earlier, string later, bool may) =>
        Assert.Equal(may, Batteries.Taxonomy.MayFollow(Batteries.Ordinal(earlier), Batteries.Ordinal(later)));

    [Fact]
    public void Kinds_reach_over_any_number_of_links()
    {
        string[] Ids(IEnumerable<int> ordinals) => [.. ordinals.Select(c => Batteries.Id(Batteries.ComponentNode(c))).Order(StringComparer.Ordinal)];
        Assert.Equal(["cell", "lfp"], Ids(Batteries.Taxonomy.KindsAbove(Batteries.Ordinal("prismatic-lfp"))));
        Assert.Equal(["lfp", "nmc", "prismatic-lfp"], Ids(Batteries.Taxonomy.KindsBelow(Batteries.Ordinal("cell"))));
    }

    [Fact]
    public void A_component_without_a_stage_has_that_of_its_nearest_ancestor()
    {
        Assert.Equal(Stage.Cells, Batteries.Taxonomy.StageOf(Batteries.Ordinal("prismatic-lfp")));
        Assert.Equal(Stage.Vehicles, Batteries.Taxonomy.StageOf(Batteries.Ordinal("bev")));
    }

    [Fact]
    public void Of_two_ancestors_as_near_the_earlier_stage_counts_and_a_nearer_one_before_both()
    {
        var sample = new Sample().Add(EntityKind.Component, "both", "below", "alone").Staged("late", Stage.Packs).Staged("early", Stage.Refining)
            .Staged("far", Stage.Mining);
        var graph = sample.Link(RelationshipType.KindOf, "both", "late").Link(RelationshipType.KindOf, "both", "early")
            .Link(RelationshipType.KindOf, "late", "far")
            .Link(RelationshipType.KindOf, "below", "both").Build();
        Assert.Equal(Stage.Refining, graph.Taxonomy.StageOf(graph.Ordinal("both")));
        Assert.Equal(Stage.Refining, graph.Taxonomy.StageOf(graph.Ordinal("below")));
        Assert.Null(graph.Taxonomy.StageOf(graph.Ordinal("alone")));
    }

    [Fact]
    public void A_cycle_of_kinds_and_parts_taken_together_is_noticed_where_it_runs()
    {
        var editor = Batteries.Edit();
        editor.PutRelationship(RelationshipKey.Of(RelationshipType.PartOf, "pack", "lfp"), Status.Established, 0.5, null, null);
        var looped = editor.ToSnapshot(2);
        Assert.All(["lfp", "cell", "pack"], id => Assert.True(looped.Taxonomy.LiesOnCycle(looped.Ordinal(id))));
        Assert.All(["prismatic-lfp", "nmc", "ev", "bev"], id => Assert.False(looped.Taxonomy.LiesOnCycle(looped.Ordinal(id))));
        Assert.All(["lfp", "cell", "pack", "ev"], id => Assert.False(Batteries.Taxonomy.LiesOnCycle(Batteries.Ordinal(id))));
    }

    [Fact]
    public void A_change_of_the_taxonomy_is_seen_by_the_changed_view_only()
    {
        var editor = Batteries.Edit();
        editor.PutEntity("module", EntityKind.Component, null, null);
        editor.PutRelationship(RelationshipKey.Of(RelationshipType.PartOf, "module", "pack"), Status.Established, 0.5, null, null);
        editor.RemoveRelationship(RelationshipKey.Of(RelationshipType.PartOf, "cell", "pack"));
        var changed = editor.ToSnapshot(2);
        Assert.True(changed.Taxonomy.Advances(changed.Ordinal("module"), changed.Ordinal("bev")));
        Assert.False(changed.Taxonomy.Advances(changed.Ordinal("lfp"), changed.Ordinal("pack")));
        Assert.True(Batteries.Taxonomy.Advances(Batteries.Ordinal("lfp"), Batteries.Ordinal("pack")));
    }
}
