namespace SupplyGraph.Model.Tests;

public sealed class RulesTests
{
    [Fact]
    public void Every_type_accepts_a_claim_made_by_its_own_rule()
    {
        Assert.Equal(Enum.GetValues<RelationshipType>().Order(), Catalogue.All.Select(r => r.Type).Order());
        Assert.All(Catalogue.All, rule =>
        {
            var claim = new Claim(rule.Type, "a", "b")
            {
                Publisher = "Reuters",
                Component = rule.Component == Presence.Required ? "cell" : null,
                Role = rule.Role == Presence.Required ? rule.Roles[0] : null,
            };
            Assert.Empty(ClaimRules.Check(claim));
            Assert.Empty(ClaimRules.CheckKinds(claim, rule.From[0], rule.To[0], claim.Component is null ? null : EntityKind.Component));
        });
    }

    [Fact]
    public void Kinds_of_two_way_types_fit_either_way_round()
    {
        var claim = new Claim(RelationshipType.CooperatesWith, "asia", "china");
        Assert.Empty(ClaimRules.CheckKinds(claim, EntityKind.Region, EntityKind.Country, null));
        Assert.NotEmpty(ClaimRules.CheckKinds(claim, EntityKind.Region, EntityKind.Region, null));
    }

    [Fact]
    public void A_kind_that_is_not_known_is_not_judged() =>
        Assert.Empty(ClaimRules.CheckKinds(new Claim(RelationshipType.Owns, "a", "b"), null, EntityKind.Policy, null));

    [Fact]
    public void Every_broken_rule_of_an_entity_is_named()
    {
        var entity = new Entity("No Id", EntityKind.Region, "") { Iso2 = "x", Stage = Stage.Cells, Latitude = 91, Country = "china" };
        Assert.Equal(["country", "id", "iso2", "iso2", "latitude", "name", "stage"], EntityRules.Check(entity).Select(b => b.Field).Order());
    }

    [Fact]
    public void An_entity_is_stored_trimmed()
    {
        var stored = EntityRules.Normalised(new Entity("cn", EntityKind.Country, " China ") { Aliases = [" PRC", "PRC", " "], Iso2 = "cn", Url = " " });
        Assert.Equal(new Entity("cn", EntityKind.Country, "China") { Aliases = ["PRC"], Iso2 = "CN" }, stored);
    }

    [Theory]
    [InlineData(RelationshipType.Owns, "2022", "2022-12-31")]
    [InlineData(RelationshipType.ExportsTo, "2022", "2025-12-31")]
    [InlineData(RelationshipType.Produces, "2022-02", "2025-02-28")]
    [InlineData(RelationshipType.ExportsTo, "2021-02-28", "2024-02-29")]
    [InlineData(RelationshipType.ExportsTo, "2021-02-27", "2024-02-27")]
    [InlineData(RelationshipType.ExportsTo, "9998", null)]
    public void Observations_count_for_three_more_years(RelationshipType type, string end, string? last) =>
        Assert.Equal(last, Validity.CountsUntil(type, PartialDate.Parse(end))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
