using SupplyGraph.Model;

namespace SupplyGraph.Graph.Tests;

public sealed class HomeTests
{
    private static Sample Firms() => new Sample().Add(EntityKind.Country, "china", "japan").Add(EntityKind.Company, "byd", "toyota", "geely", "panasonic",
        "nobody");

    private static RelationshipKey Based(string company, string country, string? component = null) =>
        RelationshipKey.Of(RelationshipType.HeadquarteredIn, company, country, component);

    [Fact]
    public void A_home_is_the_own_country_or_else_the_one_headquarters()
    {
        var graph = Firms().Country("byd", "china")
            .Link(RelationshipType.HeadquarteredIn, "byd", "japan").Link(RelationshipType.HeadquarteredIn, "toyota", "japan")
            .Link(RelationshipType.HeadquarteredIn, "geely", "china").Link(RelationshipType.HeadquarteredIn, "geely", "japan").Build();
        Assert.Equal("china", graph.HomeOf("byd"));
        Assert.Equal("japan", graph.HomeOf("toyota"));
        Assert.Null(graph.HomeOf("geely"));
        Assert.Null(graph.HomeOf("nobody"));
        Assert.Equal(["byd"], graph.CompaniesIn("china"));
        Assert.Equal(["toyota"], graph.CompaniesIn("japan"));
    }

    [Fact]
    public void Two_headquarters_relationships_with_one_target_are_one_home()
    {
        var graph = Firms().Add(EntityKind.Component, "cell").Link(RelationshipType.HeadquarteredIn, "byd", "china")
            .Link(RelationshipType.HeadquarteredIn, "byd", "china", "cell").Build();
        Assert.Equal("china", graph.HomeOf("byd"));
    }

    [Fact]
    public void Homes_follow_changes()
    {
        var graph = Firms().Country("byd", "china").Build();
        var editor = graph.Edit();
        editor.PutEntity("byd", EntityKind.Company, "japan", null);
        editor.PutRelationship(Based("toyota", "japan"), Status.Established, 0.5, null, null);
        editor.PutEntity("honda", EntityKind.Company, "japan", null);
        var changed = editor.ToSnapshot(2);
        Assert.Equal(["byd", "honda", "toyota"], changed.CompaniesIn("japan"));
        Assert.Empty(changed.CompaniesIn("china"));
        Assert.Equal(["byd"], graph.CompaniesIn("china"));

        var again = changed.Edit();
        again.PutRelationship(Based("toyota", "china"), Status.Established, 0.5, null, null);
        Assert.Null(again.ToSnapshot(3).HomeOf("toyota"));
        again.RemoveRelationship(Based("toyota", "japan"));
        Assert.Equal("china", again.ToSnapshot(4).HomeOf("toyota"));
    }

    [Fact]
    public void With_its_country_a_company_loses_its_home_but_stays()
    {
        var graph = Firms().Country("byd", "china").Link(RelationshipType.HeadquarteredIn, "geely", "china")
            .Link(RelationshipType.HeadquarteredIn, "geely", "japan").Build();
        var editor = graph.Edit();
        editor.RemoveEntity("china");
        var changed = editor.ToSnapshot(2);
        Assert.Null(changed.HomeOf("byd"));
        Assert.Equal("japan", changed.HomeOf("geely"));
        Assert.False(changed.TryFind("china", out _));
    }

    [Fact]
    public void What_is_no_company_any_more_has_no_home()
    {
        var editor = Firms().Country("byd", "china").Build().Edit();
        editor.PutEntity("byd", EntityKind.Vehicle, null, null);
        var changed = editor.ToSnapshot(2);
        Assert.Null(changed.HomeOf("byd"));
        Assert.Empty(changed.CompaniesIn("china"));
    }
}
