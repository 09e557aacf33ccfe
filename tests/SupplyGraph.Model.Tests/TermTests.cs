namespace SupplyGraph.Model.Tests;

public sealed class TermTests
{
    [Fact]
    public void Terms_are_joined_by_underscores_and_stages_by_hyphens()
    {
        Assert.Equal("exports_to", Term.Of(RelationshipType.ExportsTo));
        Assert.Equal("joint_venture", Term.Of(Role.JointVenture));
        Assert.Equal("two-three-wheelers", Term.Of(Stage.TwoThreeWheelers));
        Assert.Null(Term.Of((Role?)null));
    }

    [Fact]
    public void Every_term_reads_back()
    {
        AllReadBack<RelationshipType>();
        AllReadBack<EntityKind>();
        AllReadBack<Status>();
        AllReadBack<Role>();
        AllReadBack<Stage>();
    }

    private static void AllReadBack<T>() where T : struct, Enum
    {
        Assert.NotEmpty(Term.All<T>());
        Assert.All(Enum.GetValues<T>().Zip(Term.All<T>()), pair =>
        {
            Assert.True(Term.TryParse(pair.Second, out T read));
            Assert.Equal(pair.First, read);
        });
    }

    [Theory]
    [InlineData("EXPORTS_TO", true)]
    [InlineData(" supplies ", true)]
    [InlineData("ExportsTo", false)]
    [InlineData("0", false)]
    [InlineData(null, false)]
    public void Only_terms_are_read_whatever_their_case(string? term, bool known) => Assert.Equal(known, Term.TryParse(term, out RelationshipType _));
}
