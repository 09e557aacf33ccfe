namespace SupplyGraph.Model.Tests;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("C.A.T.L.", "catl")]
    [InlineData("São Paulo", "saopaulo")]
    [InlineData("Straße", "strasse")]
    [InlineData("ＢＹＤ", "byd")]
    [InlineData("比亚迪", "比亚迪")]
    [InlineData("ΟΔΟΣ", "οδοσ")]
    [InlineData("οδός", "οδοσ")]
    [InlineData("  !?  ", "")]
    [InlineData(null, "")]
    public void Names_are_compared_without_marks_case_and_punctuation(string? name, string key) => Assert.Equal(key, NameKey.Of(name));

    [Theory]
    [InlineData("Lithium-ion  battery (cell)", "lithium-ion-battery-cell")]
    [InlineData("Côte d'Ivoire", "cote-d-ivoire")]
    [InlineData("--BYD--", "byd")]
    [InlineData("比亚迪 汽车", "比亚迪-汽车")]
    [InlineData("???", "")]
    public void A_slug_joins_words_by_single_hyphens(string name, string slug) => Assert.Equal(slug, NameKey.Slug(name));

    [Theory]
    [InlineData("Hyundai Motor Company")]
    [InlineData("Škoda Auto")]
    [InlineData("SK On")]
    public void A_slug_is_its_own_slug_and_shares_the_key_of_its_name(string name)
    {
        Assert.True(NameKey.IsId(NameKey.Slug(name)));
        Assert.Equal(NameKey.Of(name), NameKey.Of(NameKey.Slug(name)));
    }

    [Theory]
    [InlineData("byd", true)]
    [InlineData("byd-2", true)]
    [InlineData("BYD", false)]
    [InlineData("a--b", false)]
    [InlineData("a~b", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_id_is_a_slug(string? text, bool isId) => Assert.Equal(isId, NameKey.IsId(text));

    [Fact]
    public void An_id_has_a_limited_length()
    {
        Assert.True(NameKey.IsId(new string('a', Limits.IdLength)));
        Assert.False(NameKey.IsId(new string('a', Limits.IdLength + 1)));
    }

    [Fact]
    public void A_torn_surrogate_drops_out() => Assert.Equal("ab", NameKey.Of("a\ud800b"));
}
