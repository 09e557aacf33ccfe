namespace SupplyGraph.Model.Tests;

public sealed class ClaimTests
{
    private static readonly Claim Said = new(RelationshipType.Supplies, "a", "b") { Component = "cell", Publisher = "Reuters", SourceTitle = "T", Amount = 50 };

    [Fact]
    public void Spelling_and_confidence_are_no_part_of_the_identity()
    {
        Assert.Equal(Said.Id, (Said with { Publisher = " Reuters ", SourceTitle = "T ", Amount = 50.00m, Statement = "  ", Confidence = 0.9 }).Id);
        Assert.Matches("^[0-9a-f]{20}$", Said.Id);
    }

    [Fact]
    public void What_it_states_and_who_says_so_when_is()
    {
        Claim[] others =
        [
            Said, Said with { From = "c" }, Said with { Component = "pack" }, Said with { Status = Status.Potential }, Said with { ValidFrom = new(2025) },
            Said with { ValidTo = new(2025) },
            Said with { Amount = 51 }, Said with { Unit = "t" }, Said with { Statement = "x" }, Said with { Publisher = "Nikkei" },
            Said with { SourceTitle = "U" },
            Said with { SourceUrl = "https://x.org" }, Said with { SourceDate = new(2025) }, Said with { Type = RelationshipType.Owns },
            Said with { Role = Role.Equity },
        ];
        Assert.Equal(others.Length, others.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public void With_a_url_publisher_and_title_are_no_part_of_it()
    {
        var page = Said with { SourceUrl = "https://x.org" };
        Assert.Equal(page.Id, (page with { Publisher = null, SourceTitle = "other" }).Id);
        Assert.Equal(page.SourceId, (page with { Publisher = null, SourceTitle = "other" }).SourceId);
    }

    [Fact]
    public void A_two_way_claim_is_the_same_either_way_round()
    {
        var claim = Said with { Type = RelationshipType.PartnersWith, From = "z", To = "b" };
        Assert.Equal(claim.Id, (claim with { From = "b", To = "z" }).Id);
        Assert.Equal(("b", "z"), (claim.Normalised().From, claim.Normalised().To));
        Assert.NotEqual(Said.Id, (Said with { From = "b", To = "a" }).Id);
    }
}
