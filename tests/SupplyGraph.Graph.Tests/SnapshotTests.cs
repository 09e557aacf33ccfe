using SupplyGraph.Model;

namespace SupplyGraph.Graph.Tests;

public sealed class SnapshotTests
{
    private static Sample Trade() => new Sample()
        .Add(EntityKind.Company, "catl", "byd", "toyota").Add(EntityKind.Country, "china", "pakistan").Add(EntityKind.Component, "cell",
            "ev").Add(EntityKind.Corridor, "cpec")
        .Link(RelationshipType.Supplies, "catl", "byd", "cell", confidence: 0.8).Link(RelationshipType.Supplies, "catl", "byd", "ev")
        .Link(RelationshipType.ExportsTo, "china", "pakistan", "ev", validTo: "2022").Link(RelationshipType.Connects, "cpec", "pakistan")
        .Link(RelationshipType.Produces, "byd", "ev").Link(RelationshipType.OperatesIn, "byd", "china", null, Role.Research)
            .Link(RelationshipType.Owns, "toyota", "byd");

    private static readonly RelationshipKey Supply = RelationshipKey.Of(RelationshipType.Supplies, "catl", "byd", "cell");

    [Fact]
    public void Legs_lead_along_the_flow()
    {
        var graph = Trade().Build();
        Assert.Equal(["byd", "byd"], graph.Reached("catl"));
        Assert.Equal(["catl", "catl", "ev", "toyota"], graph.Reaching("byd"));
        Assert.Equal(["china", "toyota"], graph.Reached("byd"));
        Assert.Equal(["cpec"], graph.Reached("pakistan"));
        Assert.Equal(["byd"], graph.Reached("ev"));
        Assert.Empty(graph.Reached("toyota").Except(["byd"]));
    }

    [Fact]
    public void Relationships_are_found_by_key_with_their_columns()
    {
        var graph = Trade().Build();
        var found = graph.Find(Supply);
        Assert.Equal(800_000, graph.ConfidenceMillionths(found));
        Assert.Equal(graph.Ordinal("cell"), graph.Component(found));
        Assert.Equal(-1, graph.Find(RelationshipKey.Of(RelationshipType.Supplies, "byd", "catl", "cell")));
        Assert.Equal(-1, graph.Find(RelationshipKey.Of(RelationshipType.Owns, "nobody", "byd")));
        var export = graph.Find(RelationshipKey.Of(RelationshipType.ExportsTo, "china", "pakistan", "ev"));
        Assert.Equal(new DateOnly(2025, 12, 31).DayNumber, graph.CountsUntil(export));
    }

    [Fact]
    public void A_type_that_ends_at_a_component_names_it()
    {
        var graph = Trade().Build();
        var found = graph.Find(RelationshipKey.Of(RelationshipType.Produces, "byd", "ev"));
        Assert.Equal(graph.Ordinal("ev"), graph.Component(found));
        foreach (var arc in graph.Out(graph.Node("ev"))) Assert.Equal("produces~byd~ev~~", graph.Key(graph.Node("ev"), arc).Id);
    }

    [Fact]
    public void The_order_of_feeding_changes_nothing()
    {
        var one = new Sample().Add(EntityKind.Company, "a", "b", "c").Link(RelationshipType.Owns, "a", "b").Link(RelationshipType.Owns, "b", "c").Build();
        var other = new Sample().Add(EntityKind.Company, "c", "a", "b").Link(RelationshipType.Owns, "b", "c").Link(RelationshipType.Owns, "a", "b").Build();
        for (var node = 0; node < one.NodeCount; node++)
        {
            Assert.Equal(one.Id(node), other.Id(node));
            Assert.Equal(one.Out(node).Count, other.Out(node).Count);
        }
        Assert.Equal(one.Find(RelationshipKey.Of(RelationshipType.Owns, "b", "c")), other.Find(RelationshipKey.Of(RelationshipType.Owns, "b", "c")));
    }

    [Fact]
    public void A_changed_view_shows_the_change_and_leaves_the_origin()
    {
        var graph = Trade().Build();
        var editor = graph.Edit();
        editor.PutRelationship(Supply, Status.Potential, 0.25, null, null);
        editor.PutEntity("gwm", EntityKind.Company, null, null);
        editor.PutRelationship(RelationshipKey.Of(RelationshipType.Supplies, "catl", "gwm", "cell"), Status.Established, 0.5, null, null);
        var changed = editor.ToSnapshot(2);
        Assert.Equal((2, 1), (changed.Version, graph.Version));
        Assert.Equal(["byd", "byd", "gwm"], changed.Reached("catl"));
        Assert.Equal((Status.Potential, 250_000), (changed.Status(changed.Find(Supply)), changed.ConfidenceMillionths(changed.Find(Supply))));
        Assert.Equal(["byd", "byd"], graph.Reached("catl"));
        Assert.Equal(Status.Established, graph.Status(graph.Find(Supply)));
        Assert.False(graph.TryFind("gwm", out _));
    }

    [Fact]
    public void A_removed_relationship_is_gone_and_can_come_back()
    {
        var editor = Trade().Build().Edit();
        Assert.True(editor.RemoveRelationship(Supply));
        Assert.False(editor.RemoveRelationship(Supply));
        Assert.Equal(-1, editor.ToSnapshot(2).Find(Supply));
        editor.PutRelationship(Supply, Status.Announced, 0.5, null, null);
        Assert.Equal(["byd", "byd"], editor.ToSnapshot(3).Reached("catl"));
    }

    [Fact]
    public void A_removed_entity_takes_its_relationships_with_it_and_those_that_name_it_as_component()
    {
        var editor = Trade().Build().Edit();
        editor.RemoveEntity("cell");
        Assert.Equal(["byd"], editor.ToSnapshot(2).Reached("catl"));
        editor.RemoveEntity("byd");
        var changed = editor.ToSnapshot(3);
        Assert.Empty(changed.Reached("catl"));
        Assert.Empty(changed.Reached("toyota"));
    }

    [Fact]
    public void An_entity_that_comes_back_brings_no_old_relationships()
    {
        var editor = Trade().Build().Edit();
        editor.RemoveEntity("byd");
        editor.PutEntity("byd", EntityKind.Company, null, null);
        Assert.Empty(editor.ToSnapshot(2).Reached("catl"));
    }

    [Fact]
    public void A_component_that_comes_back_brings_no_old_relationships_that_named_it()
    {
        var editor = Trade().Build().Edit();
        editor.RemoveEntity("cell");
        editor.PutEntity("cell", EntityKind.Component, null, null);
        Assert.Equal(["byd"], editor.ToSnapshot(2).Reached("catl"));
    }

    [Fact]
    public void A_status_can_be_changed_alone()
    {
        var editor = Trade().Build().Edit();
        Assert.True(editor.SetStatus(Supply, Status.Announced));
        Assert.False(editor.SetStatus(RelationshipKey.Of(RelationshipType.Owns, "byd", "catl"), Status.Announced));
        var changed = editor.ToSnapshot(2);
        var found = changed.Find(Supply);
        Assert.Equal((Status.Announced, 800_000, changed.Ordinal("cell")),
            (changed.Status(found), changed.ConfidenceMillionths(found), changed.Component(found)));
    }

    [Fact]
    public void A_relationship_needs_its_ends()
    {
        var editor = Trade().Build().Edit();
        Assert.Throws<ArgumentException>(() => editor.PutRelationship(RelationshipKey.Of(RelationshipType.Owns, "byd", "nobody"), Status.Established, 0.5,
            null, null));
    }

    [Theory]
    [InlineData("b")]
    [InlineData("b-")]
    [InlineData("b-1")]
    [InlineData("比亚迪")]
    public void Ids_are_found_whatever_their_place_in_the_order(string id)
    {
        var graph = new Sample().Add(EntityKind.Company, "b-1", "b", "比亚迪", "b-").Build();
        Assert.Equal(id, graph.Id(graph.Node(id)));
        Assert.False(graph.TryFind("b-2", out _));
        Assert.False(Snapshot.Empty.TryFind(id, out _));
    }
}
