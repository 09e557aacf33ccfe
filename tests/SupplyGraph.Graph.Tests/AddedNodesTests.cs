using SupplyGraph.Model;

namespace SupplyGraph.Graph.Tests;

public sealed class AddedNodesTests
{
    private static Snapshot Grown()
    {
        var editor = new Sample().Add(EntityKind.Company, "b", "d").Add(EntityKind.Component, "m").Build().Edit();
        foreach (var id in new[] { "e", "a", "c", "b-1" }) editor.PutEntity(id, EntityKind.Company, null, null);
        editor.PutEntity("k", EntityKind.Component, null, Stage.Cells);
        return editor.ToSnapshot(2);
    }

    [Fact]
    public void Nodes_are_compared_by_their_ids_whenever_they_were_added()
    {
        var graph = Grown();
        var ids = Enumerable.Range(0, graph.NodeCount).Order(Comparer<int>.Create(graph.CompareIds)).Select(graph.Id);
        Assert.Equal(["a", "b", "b-1", "c", "d", "e", "k", "m"], ids);
        Assert.All(Enumerable.Range(0, graph.NodeCount), node => Assert.Equal(0, graph.CompareIds(node, node)));
    }

    [Theory]
    [InlineData("k")]
    [InlineData("m")]
    public void A_component_is_found_by_its_ordinal_whenever_it_was_added(string id)
    {
        var graph = Grown();
        Assert.Equal(2, graph.ComponentCount);
        Assert.Equal(id, graph.Id(graph.ComponentNode(graph.Ordinal(id))));
        Assert.Equal(-1, graph.ComponentOrdinal(graph.Node("a")));
    }

    [Fact]
    public void An_added_component_has_its_stage() => Assert.Equal(Stage.Cells, Grown().Taxonomy.StageOf(Grown().Ordinal("k")));

    [Fact]
    public void A_change_of_the_stage_is_seen_by_the_changed_view_only()
    {
        var graph = Grown();
        var editor = graph.Edit();
        editor.PutEntity("m", EntityKind.Component, null, Stage.Packs);
        Assert.Equal(Stage.Packs, editor.ToSnapshot(3).Taxonomy.StageOf(graph.Ordinal("m")));
        Assert.Null(graph.Taxonomy.StageOf(graph.Ordinal("m")));
    }

    [Fact]
    public void What_is_removed_again_is_gone()
    {
        var graph = Grown();
        var editor = graph.Edit();
        editor.RemoveEntity("c");
        editor.RemoveEntity("d");
        var left = editor.ToSnapshot(3);
        Assert.False(left.TryFind("c", out _));
        Assert.False(left.TryFind("d", out _));
        Assert.Equal(["c", "d"], left.RemovedNodes.Select(left.Id).Order(StringComparer.Ordinal));
        Assert.True(graph.TryFind("c", out _));
        Assert.False(graph.HasRemovals);
    }
}
