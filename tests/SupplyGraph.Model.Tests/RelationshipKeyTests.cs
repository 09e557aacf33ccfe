namespace SupplyGraph.Model.Tests;

public sealed class RelationshipKeyTests
{
    [Theory]
    [InlineData("supplies~catl~byd~cell~")]
    [InlineData("operates_in~byd~china~~assembly")]
    [InlineData("owns~a~b~~")]
    public void An_id_reads_back(string id)
    {
        Assert.True(RelationshipKey.TryParse(id, out var key));
        Assert.Equal(id, key.Id);
    }

    [Theory]
    [InlineData("owns~a~b")]
    [InlineData("owns~~b~~")]
    [InlineData("loves~a~b~~")]
    [InlineData("owns~a~b~~king")]
    [InlineData("owns~a~b~~~")]
    [InlineData(null)]
    public void Anything_else_is_no_id(string? id) => Assert.False(RelationshipKey.TryParse(id, out _));

    [Fact]
    public void The_ends_of_a_two_way_type_stand_in_ordinal_order()
    {
        Assert.True(RelationshipKey.TryParse("partners_with~toyota~byd~~equity", out var key));
        Assert.Equal("partners_with~byd~toyota~~equity", key.Id);
        Assert.Equal("owns~toyota~byd~~", RelationshipKey.Of(RelationshipType.Owns, "toyota", "byd").Id);
    }
}
