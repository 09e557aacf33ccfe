using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// How claims add up to relationships.
public abstract partial class GraphStoreContract
{
    [ContractFact]
    public async Task Confidence_grows_with_each_distinct_publisher_and_not_with_repetition()
    {
        await Say(World.Supply("Reuters", 0.5), World.Supply("Nikkei", 0.4));
        Assert.Equal(0.7, (await Relationship(World.SupplyId)).Confidence);
        await Say(World.Supply("REUTERS.", 0.3) with { Statement = "again" });
        Assert.Equal(0.7, (await Relationship(World.SupplyId)).Confidence);
    }

    [ContractFact]
    public async Task Each_publisher_counts_by_its_best_claim()
    {
        await Say(World.Supply(confidence: 0.3), World.Supply(confidence: 0.6) with { Statement = "surer" });
        Assert.Equal(0.6, (await Relationship(World.SupplyId)).Confidence);
    }

    [ContractFact]
    public async Task A_claim_without_a_publisher_speaks_for_the_host_of_its_url()
    {
        var page = World.Supply() with { Publisher = null, SourceUrl = "https://Example.org/a" };
        await Say(page, page with { SourceUrl = "https://example.org/b" });
        Assert.Equal(0.5, (await Relationship(World.SupplyId)).Confidence);
    }

    [ContractFact]
    public async Task Confidence_never_exceeds_its_cap()
    {
        await Say(World.Supply(confidence: 1));
        Assert.Equal(Limits.MaxConfidence, (await Relationship(World.SupplyId)).Confidence);
    }

    [ContractFact]
    public async Task Confidence_is_kept_to_six_decimals()
    {
        await Say(World.Supply("A", 0.1234567), World.Supply("B", 0.7654321));
        Assert.Equal(0.794391, (await Relationship(World.SupplyId)).Confidence);
    }

    [ContractFact]
    public async Task The_newest_claim_gives_the_status()
    {
        await Say(
            World.Supply() with { SourceDate = PartialDate.Parse("2024-06"), Status = Status.Announced },
            World.Supply("Nikkei") with { SourceDate = PartialDate.Parse("2025"), Status = Status.Potential });
        Assert.Equal(Status.Potential, (await Relationship(World.SupplyId)).Status);
    }

    [ContractFact]
    public async Task A_rumour_overturns_nothing()
    {
        await Say(
            World.Supply(confidence: 0.8) with { SourceDate = PartialDate.Parse("2024") },
            World.Supply("Rumours", 0.39) with { SourceDate = PartialDate.Parse("2026"), Status = Status.Potential });
        var relationship = await Relationship(World.SupplyId);
        Assert.Equal(Status.Established, relationship.Status);
        Assert.Equal(["established", "potential"], Assert.Single(relationship.Disputes).Values);
    }

    [ContractFact]
    public async Task Half_the_best_confidence_is_enough_to_overturn()
    {
        await Say(
            World.Supply(confidence: 0.8) with { SourceDate = PartialDate.Parse("2024") },
            World.Supply("Nikkei", 0.4) with { SourceDate = PartialDate.Parse("2026"), Status = Status.Potential });
        Assert.Equal(Status.Potential, (await Relationship(World.SupplyId)).Status);
    }

    [ContractFact]
    public async Task Validity_and_amount_come_from_the_newest_claim_that_states_them()
    {
        await Say(
            World.Supply() with { SourceDate = PartialDate.Parse("2023"), Amount = 5, Unit = "GWh", ValidFrom = PartialDate.Parse("2020") },
            World.Supply("Nikkei") with { SourceDate = PartialDate.Parse("2024"), Amount = 7.50m, Unit = "GWh" },
            World.Supply("Xinhua") with { SourceDate = PartialDate.Parse("2025") });
        var relationship = await Relationship(World.SupplyId);
        Assert.Equal((7.5m, "GWh", PartialDate.Parse("2020"), null), (relationship.Amount, relationship.Unit, relationship.ValidFrom, relationship.ValidTo));
        Assert.Equal(3, relationship.Claims);
    }

    [ContractFact]
    public async Task Different_amounts_are_a_dispute_and_all_are_shown()
    {
        await Say(
            World.Supply() with { SourceDate = PartialDate.Parse("2023"), Amount = 5, Unit = "GWh" },
            World.Supply("Nikkei") with { SourceDate = PartialDate.Parse("2024"), Amount = 7, Unit = "GWh" });
        var dispute = Assert.Single((await Relationship(World.SupplyId)).Disputes);
        Assert.Equal("amount", dispute.Field);
        Assert.Equal(["7 GWh", "5 GWh"], dispute.Values);
    }

    [ContractFact]
    public async Task A_coarser_date_that_contains_a_finer_one_is_no_dispute()
    {
        await Say(World.Supply() with { ValidFrom = PartialDate.Parse("2024") }, World.Supply("Nikkei") with { ValidFrom = PartialDate.Parse("2024-05-01") });
        Assert.False((await Relationship(World.SupplyId)).Disputed);
        await Say(World.Supply("Xinhua") with { ValidFrom = PartialDate.Parse("2024-06") });
        Assert.True((await Relationship(World.SupplyId)).Disputed);
    }

    [ContractFact]
    public async Task A_two_way_relationship_is_one_whichever_way_it_is_stated()
    {
        await Say(World.Of(RelationshipType.PartnersWith, "toyota", "byd"),
            World.Of(RelationshipType.PartnersWith, "byd", "toyota") with { Publisher = "Nikkei" });
        var relationship = await Relationship("partners_with~byd~toyota~~");
        Assert.Equal(2, relationship.Claims);
        await Say(World.Of(RelationshipType.CooperatesWith, "china", "asia"));
        Assert.True(await Exists("cooperates_with~asia~china~~"));
    }

    [ContractFact]
    public async Task Removing_the_last_claim_removes_the_relationship_and_its_source()
    {
        var claims = (await Say(World.Supply(), World.Supply("Nikkei"))).ClaimIds;
        await Unsay(claims[0]);
        Assert.Equal(1, (await Relationship(World.SupplyId)).Claims);
        Assert.Equal("Nikkei", Assert.Single((await Store.ListSourcesAsync(new(), new(), None)).Items).Publisher);
        var last = await Unsay(claims[1]);
        Assert.Equal((1, 1), (last.ClaimsRemoved, last.RelationshipsRemoved));
        Assert.False(await Exists(World.SupplyId));
        Assert.Empty((await Store.ListSourcesAsync(new(), new(), None)).Items);
    }

    [ContractFact]
    public async Task A_source_takes_the_first_names_and_the_latest_date_of_its_claims()
    {
        var page = World.Supply() with { SourceUrl = "https://example.org/a", SourceDate = PartialDate.Parse("2024-03") };
        var claims = (await Say(
            page with { Publisher = "Zeit", SourceTitle = null },
            page with { Publisher = "Ananke", SourceTitle = "Cells", Statement = "b", SourceDate = PartialDate.Parse("2024") },
            page with { Publisher = null, Statement = "c", SourceDate = PartialDate.Parse("2024-03-09") })).ClaimIds;
        var source = (await Store.GetSourcesAsync([page.SourceId], None))[page.SourceId];
        Assert.Equal(new Source(page.SourceId, "https://example.org/a", "Ananke", "Cells", PartialDate.Parse("2024-03-09"), 3), source);
        await Unsay(claims[1], claims[2]);
        source = (await Store.GetSourcesAsync([page.SourceId], None))[page.SourceId];
        Assert.Equal(new Source(page.SourceId, "https://example.org/a", "Zeit", null, PartialDate.Parse("2024-03"), 1), source);
    }
}
