using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// What a load leaves out and tells, while the rest of the set stands.
public abstract partial class GraphStoreContract
{
    /// <summary>Loads sets and commits; what was refused of each as <c>part[index].field code</c>.</summary>
    private async Task<string[][]> LoadSome(params ChangeSet[] sets)
    {
        await using var load = await Store.BeginLoadAsync("a", None);
        var told = new List<string[]>();
        foreach (var set in sets) told.Add([.. (await load.AddAsync(set, None)).Select(r => $"{r.Part}[{r.Index}].{r.Field} {r.Code}")]);
        await load.CommitAsync(null, None);
        return [.. told];
    }

    private async Task<string[]> EntityIds() => [.. (await Store.ListEntitiesAsync(new(), new(Limits.MaxPageSize), None)).Items.Select(e => e.Id)];

    [ContractFact]
    public async Task Bad_claims_of_a_set_are_told_and_the_good_ones_stand()
    {
        var told = await LoadSome(Claims(
            World.Supply(), World.Supply() with { To = "nobody", Component = "nothing" }, World.Supply(confidence: 2), World.Supply("Nikkei"),
            World.Of(RelationshipType.Supplies, "catl", "china", "cell")));
        Assert.Equal(
            [
                "claims[1].to unknown_entity", "claims[1].component unknown_entity", "claims[2].confidence out_of_range", "claims[4].to kind_mismatch",
            ],
            Assert.Single(told));
        Assert.Equal(2, (await Relationship(World.SupplyId)).Claims);
        Assert.Equal(2, (await Store.GetStatisticsAsync(None)).Claims);
    }

    [ContractFact]
    public async Task Bad_entities_of_a_set_are_told_and_the_good_ones_stand()
    {
        var told = await LoadSome(Entities(
            new("acme", EntityKind.Company, "Acme") { Country = "atlantis" }, new("byd-2", EntityKind.Company, "B.Y.D."),
            new("good", EntityKind.Company, "Good") { Country = "japan" }, new("x", EntityKind.Region, "X") { Latitude = 99 },
            new("asian", EntityKind.Company, "Asian") { Country = "asia" }));
        Assert.Equal(
            ["entities[0].country unknown_entity", "entities[1].name duplicate_name", "entities[3].latitude out_of_range", "entities[4].country kind_mismatch"],
            Assert.Single(told).Order(StringComparer.Ordinal));
        Assert.Equal(World.Entities.Select(e => e.Id).Append("good").Order(StringComparer.Ordinal), await EntityIds());
    }

    [ContractFact]
    public async Task A_country_that_is_refused_takes_its_companies_along_and_what_names_them()
    {
        var told = await LoadSome(new ChangeSet
        {
            Entities =
            [
                new("acme", EntityKind.Company, "Acme") { Country = "atlantis" }, new("atlantis", EntityKind.Country, "Atlantis") { Iso2 = "A1" },
                new("good", EntityKind.Company, "Good"),
            ],
            Claims =
            [
                World.Supply() with { From = "acme" }, World.Supply() with { From = "good" }, World.Of(RelationshipType.HeadquarteredIn, "good", "atlantis"),
            ],
        });
        Assert.Equal(
            ["claims[0].from unknown_entity", "claims[2].to unknown_entity", "entities[0].country unknown_entity", "entities[1].iso2 out_of_range"],
            Assert.Single(told).Order(StringComparer.Ordinal));
        Assert.Equal(["supplies~good~byd~cell~"], await Ids(new()));
        Assert.DoesNotContain("acme", await EntityIds());
    }

    [ContractFact]
    public async Task A_later_set_may_put_what_an_earlier_one_could_not()
    {
        var told = await LoadSome(
            new ChangeSet
            {
                Entities = [new("acme", EntityKind.Component, "Battery cell")],
                Claims = [World.Of(RelationshipType.PartOf, "acme", "pack")],
            },
            // Nothing of the refused entity stands: what it would have been part of is free to be part of it.
            new ChangeSet
            {
                Entities = [new("acme", EntityKind.Component, "Acme cell")],
                Claims = [World.Of(RelationshipType.PartOf, "pack", "acme")],
            });
        Assert.Equal(["entities[0].name duplicate_name", "claims[0].from unknown_entity"], told[0]);
        Assert.Empty(told[1]);
        Assert.Equal(["part_of~pack~acme~~"], await Ids(new()));
    }

    [ContractFact]
    public async Task A_refused_change_of_an_entity_leaves_it_for_claims_to_name()
    {
        var told = await LoadSome(new ChangeSet
        {
            Entities = [new("catl", EntityKind.Company, "Toyota")],
            Claims = [World.Supply()],
        });
        Assert.Equal(["entities[0].name duplicate_name"], Assert.Single(told));
        Assert.Equal(1, (await Relationship(World.SupplyId)).Claims);
        Assert.Equal("CATL", (await Store.GetEntitiesAsync(["catl"], None))["catl"].Name);
    }

    [ContractFact]
    public async Task An_entity_that_stands_twice_is_one_where_both_say_the_same()
    {
        Entity acme = new("acme", EntityKind.Company, "Acme") { Country = "china" }, other = acme with { Country = "japan" };
        var told = await LoadSome(Entities(acme, acme, other), Entities(acme), Entities(other));
        Assert.Equal(["entities[2].id duplicate_name"], told[0]);
        Assert.Empty(told[1]);
        Assert.Equal(["entities[0].id duplicate_name"], told[2]);
        Assert.Equal("china", (await Store.GetEntitiesAsync(["acme"], None))["acme"].Country);
    }

    [ContractFact]
    public async Task Every_repeat_of_a_refused_entity_is_refused()
    {
        var bad = new Entity("acme", EntityKind.Company, "Acme") { Country = "atlantis" };
        var told = await LoadSome(Entities(bad, bad, new("good", EntityKind.Company, "Good"), bad), Entities(bad));
        Assert.Equal(["entities[0].country unknown_entity", "entities[1].country unknown_entity", "entities[3].country unknown_entity"], told[0].Order());
        Assert.Equal(["entities[0].country unknown_entity"], told[1]);
    }

    [ContractFact]
    public async Task A_cycle_over_two_sets_of_one_load_is_refused_where_it_closes()
    {
        var told = await LoadSome(
            Claims(World.Of(RelationshipType.KindOf, "lfp-cell", "cell"), World.Of(RelationshipType.PartOf, "cell", "pack")),
            Claims(World.Of(RelationshipType.PartOf, "pack", "lfp-cell"), World.Of(RelationshipType.PartOf, "pack", "ev")));
        Assert.Empty(told[0]);
        Assert.Equal(["claims[0].to taxonomy_cycle"], told[1]);
        Assert.Equal(["kind_of~lfp-cell~cell~~", "part_of~cell~pack~~", "part_of~pack~ev~~"], await Ids(new()));
    }

    [ContractFact]
    public async Task A_set_of_which_nothing_is_good_makes_no_version()
    {
        var before = await Version();
        await LoadSome(Claims(World.Supply() with { To = "nobody" }));
        Assert.Equal(before, await Version());
    }
}
