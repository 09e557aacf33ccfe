using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// What breaks a rule is refused whole, by name.
public abstract partial class GraphStoreContract
{
    [ContractFact]
    public async Task Ends_whose_kinds_do_not_fit_are_refused_with_the_kinds_that_would()
    {
        var refusal = Assert.Single(await Refusals(new ChangeSet { Claims = [World.Of(RelationshipType.OperatesIn, "byd", "asia", role: Role.Assembly)] }));
        Assert.Equal(RefusalCode.KindMismatch, refusal.Code);
        Assert.Contains("company -> country", refusal.Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Only_a_component_can_stand_as_component() =>
        Assert.Equal(["claims[0].component kind_mismatch"], await Refused(World.Supply() with { Component = "seal" }));

    [ContractTheory]
    [InlineData(RelationshipType.Supplies, "catl", "byd", null, null, "component component_required")]
    [InlineData(RelationshipType.PartOf, "cell", "pack", "ev", null, "component component_refused")]
    [InlineData(RelationshipType.OperatesIn, "byd", "china", null, null, "role role_required")]
    [InlineData(RelationshipType.OperatesIn, "byd", "china", null, Role.Equity, "role role_refused")]
    [InlineData(RelationshipType.Owns, "byd", "toyota", null, Role.Equity, "role role_refused")]
    [InlineData(RelationshipType.Owns, "byd", "byd", null, null, "to self_relationship")]
    public async Task The_catalogue_says_which_fields_belong(RelationshipType type, string from, string to, string? component, Role? role, string reason) =>
        Assert.Equal([$"claims[0].{reason}"], await Refused(World.Of(type, from, to, component, role)));

    [ContractFact]
    public async Task A_claim_without_publisher_and_url_is_refused() =>
        Assert.Equal(["claims[0].publisher source_required"], await Refused(World.Supply() with { Publisher = " " }));

    [ContractTheory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public async Task Confidence_outside_its_range_is_refused(double confidence) =>
        Assert.Equal(["claims[0].confidence out_of_range"], await Refused(World.Supply(confidence: confidence)));

    [ContractFact]
    public async Task A_validity_that_ends_before_it_begins_is_refused()
    {
        var claim = World.Supply() with { ValidFrom = PartialDate.Parse("2025-02"), ValidTo = PartialDate.Parse("2025-01") };
        Assert.Equal(["claims[0].valid_to out_of_range"], await Refused(claim));
        await Say(claim with { ValidTo = PartialDate.Parse("2025") });
    }

    [ContractFact]
    public async Task Texts_beyond_their_limits_are_refused() => Assert.Equal(
        ["claims[0].statement out_of_range", "claims[0].source_title out_of_range"],
        await Refused(World.Supply() with { Statement = new('x', Limits.TextLength + 1), SourceTitle = new('x', Limits.NameLength + 1) }));

    [ContractFact]
    public async Task A_claim_that_closes_a_cycle_of_kind_of_and_part_of_is_refused_with_the_cycle()
    {
        await Say(World.Of(RelationshipType.KindOf, "lfp-cell", "cell"), World.Of(RelationshipType.PartOf, "cell", "pack"));
        var refusal = Assert.Single(await Refusals(new ChangeSet { Claims = [World.Of(RelationshipType.PartOf, "pack", "lfp-cell")] }));
        Assert.Equal(RefusalCode.TaxonomyCycle, refusal.Code);
        Assert.EndsWith("pack part_of lfp-cell kind_of cell part_of pack.", refusal.Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task A_cycle_within_one_set_is_refused_and_so_is_its_shortest_form()
    {
        var forth = World.Of(RelationshipType.KindOf, "lfp-cell", "cell");
        Assert.Equal(["claims[1].to taxonomy_cycle"], await Refused(forth, World.Of(RelationshipType.KindOf, "cell", "lfp-cell")));
        Assert.Equal(["claims[1].to taxonomy_cycle"], await Refused(forth, World.Of(RelationshipType.PartOf, "cell", "lfp-cell")));
    }

    [ContractFact]
    public async Task A_cycle_is_none_where_the_same_set_removes_a_step_of_it()
    {
        var old = (await Say(World.Of(RelationshipType.PartOf, "cell", "pack"))).ClaimIds;
        await Store.CommitAsync(new ChangeSet { RemovedClaims = old, Claims = [World.Of(RelationshipType.PartOf, "pack", "cell")] }, None);
        Assert.True(await Exists("part_of~pack~cell~~"));
    }

    [ContractFact]
    public async Task An_entity_in_use_is_not_removed_and_the_number_of_uses_is_given()
    {
        await Say(World.Supply(), World.Of(RelationshipType.PartOf, "cell", "pack"));
        var refusal = Assert.Single(await Refusals(new ChangeSet { RemovedEntities = ["cell"] }));
        Assert.Equal(("in_use", "'cell' is used by 2 relationship(s)."), (refusal.Code, refusal.Message));
        Assert.Equal(["removedEntities[0].id in_use"], await Refused(new ChangeSet { RemovedEntities = ["japan"] }));
        await Drop("japan", "toyota");
    }

    [ContractFact]
    public async Task Unknown_ids_to_remove_are_refused() => Assert.Equal(
        ["removedClaims[0].id not_found", "removedClaims[1].id not_found", "removedEntities[0].id not_found"],
        await Refused(new ChangeSet { RemovedClaims = ["00000000000000000000", "nonsense"], RemovedEntities = ["nobody"] }));

    [ContractFact]
    public async Task A_kind_that_relationships_or_companies_rely_on_stays()
    {
        await Say(World.Supply());
        Assert.Equal(["entities[0].kind kind_fixed"], await Refused(new Entity("catl", EntityKind.Policy, "CATL")));
        Assert.Equal(["entities[0].kind kind_fixed"], await Refused(new Entity("japan", EntityKind.Region, "Japan")));
        await Put(new Entity("asia", EntityKind.Corridor, "Asia"));
    }

    [ContractFact]
    public async Task Two_entities_of_a_kind_never_share_a_name()
    {
        Assert.Equal(["entities[0].name duplicate_name"], await Refused(new Entity("catl-2", EntityKind.Company, "C.A.T.L.")));
        Assert.Equal(["entities[1].name duplicate_name"],
            await Refused(new Entity("a", EntityKind.Region, "Ödland"), new Entity("b", EntityKind.Region, "odland")));
        await Put(new Entity("catl-component", EntityKind.Component, "CATL"));
    }

    [ContractFact]
    public async Task Names_can_change_hands_within_one_set()
    {
        var result = await Put(new Entity("byd", EntityKind.Company, "Toyota"), new Entity("toyota", EntityKind.Company, "BYD"));
        Assert.Equal(2, result.EntitiesChanged);
    }

    [ContractTheory]
    [InlineData("Not An Id", "id invalid_id")]
    [InlineData("a~b", "id invalid_id")]
    [InlineData("-a", "id invalid_id")]
    public async Task An_id_that_is_no_slug_is_refused(string id, string reason) =>
        Assert.Equal([$"entities[0].{reason}"], await Refused(new Entity(id, EntityKind.Region, "Somewhere")));

    [ContractFact]
    public async Task Columns_belong_to_their_kinds_and_ranges()
    {
        var region = new Entity("x", EntityKind.Region, "X");
        Assert.Equal(["entities[0].country out_of_range"], await Refused(region with { Country = "china" }));
        Assert.Equal(["entities[0].stage out_of_range"], await Refused(region with { Stage = Stage.Cells }));
        Assert.Equal(["entities[0].iso2 out_of_range"], await Refused(region with { Iso2 = "XX" }));
        Assert.Equal(["entities[0].iso3 out_of_range"], await Refused(new Entity("x", EntityKind.Country, "X") { Iso3 = "X1X" }));
        Assert.Equal(["entities[0].latitude out_of_range", "entities[0].longitude out_of_range"],
            await Refused(region with { Latitude = 90.5, Longitude = double.NaN }));
        Assert.Equal(["entities[0].name out_of_range"], await Refused(region with { Name = "???" }));
        Assert.Equal(["entities[0].aliases out_of_range"], await Refused(region with { Aliases = ["a|b"] }));
    }

    [ContractFact]
    public async Task A_company_country_must_be_a_country_that_is_known()
    {
        var company = new Entity("x", EntityKind.Company, "X");
        Assert.Equal(["entities[0].country unknown_entity"], await Refused(company with { Country = "atlantis" }));
        Assert.Equal(["entities[0].country kind_mismatch"], await Refused(company with { Country = "asia" }));
    }

    [ContractFact]
    public async Task A_claim_that_names_a_refused_entity_is_not_blamed_for_it() => Assert.Equal(
        ["entities[0].latitude out_of_range"],
        await Refused(new ChangeSet
        {
            Entities = [new("x", EntityKind.Country, "X") { Latitude = 100 }],
            Claims = [World.Of(RelationshipType.HeadquarteredIn, "catl", "x")],
        }));
}
