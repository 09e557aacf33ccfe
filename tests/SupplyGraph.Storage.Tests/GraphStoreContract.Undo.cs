using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// Taking imports back.
public abstract partial class GraphStoreContract
{
    private async Task<ImportUndone> Undo(string import) => (await Store.UndoImportAsync(import, None))!;

    private static Entity Acme => new("acme", EntityKind.Company, "Acme") { Country = "atlantis" };

    private static ChangeSet AcmeComes => new()
    {
        Entities = [Acme, new("atlantis", EntityKind.Country, "Atlantis")],
        Claims = [World.Supply() with { From = "acme" }, World.Supply("Nikkei") with { From = "acme" }],
    };

    [ContractFact]
    public async Task Undoing_an_import_leaves_the_graph_as_it_was()
    {
        await Say(Various()[..5]);
        var (before, version) = (await Held(), await Version());
        await Load("a", AcmeComes, Claims(World.Supply("Zaobao"), World.Of(RelationshipType.HeadquarteredIn, "acme", "atlantis")));
        var undone = await Undo("a");
        Assert.Equal(
            new ImportUndone(version + 2) { ClaimsRemoved = 4, RelationshipsRemoved = 2, EntitiesRemoved = 2, SourcesRemoved = 1 }, undone);
        Assert.Equal(before, await Held());
        await Reopen();
        Assert.Equal(before, await Held());
    }

    [ContractFact]
    public async Task What_was_there_before_an_import_stays_after_it()
    {
        await Say(World.Supply());
        await Load("a", Claims(World.Supply(), World.Supply("Nikkei")));
        var undone = await Undo("a");
        Assert.Equal((1, 1, 0), (undone.ClaimsRemoved, undone.ClaimsKept, undone.RelationshipsRemoved));
        Assert.Equal(1, (await Relationship(World.SupplyId)).Claims);
    }

    [ContractFact]
    public async Task What_another_import_states_too_stays_until_that_is_undone_as_well()
    {
        await Load("a", Claims(World.Supply(), World.Supply("Nikkei")));
        await Load("b", Claims(World.Supply(), World.Supply("Dawn")));
        await Load("c", Claims(World.Supply()));
        var first = await Undo("a");
        Assert.Equal((1, 1), (first.ClaimsRemoved, first.ClaimsKept));
        Assert.Equal([World.Supply().Id, World.Supply("Dawn").Id], await ClaimsOf("b"));
        var second = await Undo("b");
        Assert.Equal((1, 1, 0), (second.ClaimsRemoved, second.ClaimsKept, second.RelationshipsRemoved));
        var third = await Undo("c");
        Assert.Equal((1, 0, 1), (third.ClaimsRemoved, third.ClaimsKept, third.RelationshipsRemoved));
        Assert.False(await Exists(World.SupplyId));
    }

    private async Task<string[]> ClaimsOf(string import) =>
        [.. (await Store.ListClaimsAsync(new() { Import = import }, new(), None)).Items.Select(c => c.Id)];

    [ContractFact]
    public async Task An_import_that_only_repeats_another_takes_nothing_along()
    {
        await Load("a", Claims(World.Supply()));
        await Load("b", Claims(World.Supply()));
        var undone = await Undo("b");
        Assert.Equal((0, 1), (undone.ClaimsRemoved, undone.ClaimsKept));
        Assert.Equal([World.Supply().Id], await ClaimsOf("a"));
        Assert.Equal(1, (await Undo("a")).ClaimsRemoved);
    }

    [ContractFact]
    public async Task What_was_stated_by_hand_as_well_stays_for_good()
    {
        await Load("a", Claims(World.Supply(), World.Supply("Nikkei")));
        await Say(World.Supply());
        await Load("b", Claims(World.Supply()));
        Assert.Equal((1, 1), ((await Undo("a")).ClaimsRemoved, (await Undo("b")).ClaimsKept));
        Assert.Equal(1, (await Relationship(World.SupplyId)).Claims);
        Assert.Empty(await ClaimsOf("a"));
    }

    [ContractFact]
    public async Task A_claim_that_was_removed_and_stated_anew_belongs_to_who_stated_it_last()
    {
        await Load("a", Claims(World.Supply()));
        await Load("b", Claims(World.Supply()));
        await Unsay(World.Supply().Id);
        await Load("c", Claims(World.Supply()));
        Assert.Equal((0, 0), ((await Undo("a")).ClaimsRemoved, (await Undo("b")).ClaimsKept));
        Assert.Equal(1, (await Undo("c")).ClaimsRemoved);
    }

    [ContractFact]
    public async Task A_confidence_that_an_import_changed_stays()
    {
        await Say(World.Supply(confidence: 0.5));
        await Load("a", Claims(World.Supply(confidence: 0.9)));
        Assert.Equal(1, (await Undo("a")).ClaimsKept);
        Assert.Equal(0.9, (await Relationship(World.SupplyId)).Confidence);
    }

    [ContractFact]
    public async Task Entities_that_something_uses_stay_and_are_counted()
    {
        await Load("a", AcmeComes);
        await Say(World.Of(RelationshipType.Owns, "byd", "acme"));
        var undone = await Undo("a");
        Assert.Equal((2, 0, 2), (undone.ClaimsRemoved, undone.EntitiesRemoved, undone.EntitiesKept));
        Assert.Equal("atlantis", (await Store.GetEntitiesAsync(["acme"], None))["acme"].Country);
    }

    [ContractFact]
    public async Task An_entity_that_an_undoing_kept_goes_with_a_later_one_when_nothing_uses_it_any_more()
    {
        await Load("a", AcmeComes);
        var claim = (await Say(World.Of(RelationshipType.Owns, "byd", "acme"))).ClaimIds[0];
        var (first, version) = (await Undo("a"), await Version());
        Assert.Equal(new ImportUndone(version) { EntitiesKept = first.EntitiesKept }, await Undo("a"));
        await Unsay(claim);
        var last = await Undo("a");
        Assert.Equal((2, 0, 0), (last.EntitiesRemoved, last.EntitiesKept, last.ClaimsRemoved));
        Assert.False((await Store.GetViewAsync(None)).Names.Resolve("Acme").Found);
    }

    [ContractFact]
    public async Task Entities_that_were_there_before_stay_though_nothing_uses_them()
    {
        await Put(new Entity("acme", EntityKind.Company, "Acme"));
        await Load("a", Entities(new Entity("acme", EntityKind.Company, "Acme Ltd.")), Claims(World.Supply() with { From = "acme" }));
        var undone = await Undo("a");
        Assert.Equal((1, 0, 0), (undone.ClaimsRemoved, undone.EntitiesRemoved, undone.EntitiesKept));
        Assert.Equal("Acme Ltd.", (await Store.GetEntitiesAsync(["acme"], None))["acme"].Name);
    }

    [ContractFact]
    public async Task Undoing_twice_does_nothing_the_second_time()
    {
        await Say(World.Supply());
        await Load("a", AcmeComes, Claims(World.Supply()));
        var first = await Undo("a");
        var before = await Everything();
        Assert.Equal(new ImportUndone(first.Version), await Undo("a"));
        Assert.Equal(before, await Everything());
    }

    [ContractFact]
    public async Task An_import_that_nobody_committed_cannot_be_undone()
    {
        Assert.Null(await Store.UndoImportAsync("nobody", None));
        await using (var load = await Store.BeginLoadAsync("a", None)) await load.AddAsync(Claims(World.Supply()), None);
        Assert.Null(await Store.UndoImportAsync("a", None));
    }

    [ContractFact]
    public async Task An_import_can_come_again_after_it_was_undone()
    {
        await Load("a", AcmeComes);
        var before = await Held();
        await Undo("a");
        await Load("a", AcmeComes);
        Assert.Equal(before, await Held());
        Assert.Equal(2, (await Undo("a")).ClaimsRemoved);
    }

    [ContractFact]
    public async Task Undoing_tells_what_went_from_claims_to_entities()
    {
        await Load("a", AcmeComes);
        var before = await Version();
        await Undo("a");
        var told = await ChangesSince(before);
        Assert.Equal(["claim", "claim", "relationship", "entity", "entity"], told.Select(line => line.Split(' ')[1]));
        Assert.All(told, line => Assert.StartsWith($"{before + 1} ", line, StringComparison.Ordinal));
        Assert.All(told, line => Assert.Contains(" removed ", line, StringComparison.Ordinal));
        Assert.EndsWith("acme", told[3], StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task An_undoing_that_is_cancelled_leaves_everything()
    {
        await Load("a", AcmeComes);
        var before = await Everything();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.UndoImportAsync("a", new CancellationToken(canceled: true)));
        Assert.Equal(before, await Everything());
    }
}
