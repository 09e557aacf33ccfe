using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// Versions, identity, atomicity and the change feed.
public abstract partial class GraphStoreContract
{
    [ContractFact]
    public async Task Each_commit_is_the_next_version()
    {
        var first = await Say(World.Supply());
        var second = await Say(World.Supply("Nikkei"));
        Assert.Equal(first.Version + 1, second.Version);
        Assert.Equal(second.Version, (await Store.GetViewAsync(None)).Snapshot.Version);
    }

    [ContractFact]
    public async Task Loading_a_claim_twice_changes_nothing()
    {
        var first = await Say(World.Supply() with { Amount = 50.0m, Unit = " GWh ", Statement = "many" });
        var before = await Everything();
        var second = await Say(World.Supply() with { Amount = 50m, Unit = "GWh", Statement = " many", SourceTitle = "Cells " });
        Assert.Equal(first.ClaimIds, second.ClaimIds);
        Assert.Equal((first.Version, 1, 0), (second.Version, second.ClaimsUnchanged, second.ClaimsCreated));
        Assert.Equal(before, await Everything());
    }

    [ContractFact]
    public async Task The_same_claim_with_another_confidence_takes_the_new_one()
    {
        await Say(World.Supply(confidence: 0.5));
        var again = await Say(World.Supply(confidence: 0.9));
        Assert.Equal((1, 0, 0), (again.ClaimsChanged, again.ClaimsCreated, again.ClaimsUnchanged));
        var relationship = await Relationship(World.SupplyId);
        Assert.Equal((0.9, 1), (relationship.Confidence, relationship.Claims));
    }

    [ContractFact]
    public async Task The_same_page_with_another_publisher_and_title_takes_the_new_ones()
    {
        var page = World.Supply() with { SourceUrl = "https://example.org/a" };
        var id = (await Say(page)).ClaimIds[0];
        await Say(page with { Publisher = "Nikkei", SourceTitle = "New title" });
        var claim = (await Store.GetClaimsAsync([id], None))[id];
        Assert.Equal(("Nikkei", "New title"), (claim.Publisher, claim.SourceTitle));
        Assert.Equal("Nikkei", (await Store.GetSourcesAsync([page.SourceId], None))[page.SourceId].Publisher);
    }

    [ContractFact]
    public async Task A_claim_that_stands_twice_in_one_set_is_one_claim()
    {
        var result = await Say(World.Supply(), World.Supply());
        Assert.Equal((1, 1), (result.ClaimsCreated, result.ClaimsUnchanged));
        Assert.Equal(result.ClaimIds[0], result.ClaimIds[1]);
    }

    [ContractFact]
    public async Task A_claim_comes_back_as_it_was_given()
    {
        var claim = new Claim(RelationshipType.OperatesIn, "byd", "pakistan")
        {
            Component = "ev",
            Role = Role.Assembly,
            Status = Status.Announced,
            ValidFrom = PartialDate.Parse("2025-07"),
            ValidTo = PartialDate.Parse("2030-12-31"),
            Amount = 25000.5m,
            Unit = "vehicles/yr",
            Statement = "A plant, \"soon\" – 比亚迪",
            SourceTitle = "Plant",
            Publisher = "Dawn",
            SourceUrl = "https://dawn.com/1",
            SourceDate = PartialDate.Parse("2024-08-17"),
            Confidence = 0.123456789,
        };
        var id = (await Say(claim)).ClaimIds[0];
        Assert.Equal(claim, (await Store.GetClaimsAsync([id], None))[id]);
        Assert.Equal(claim, Assert.Single((await Store.GetClaimsOfAsync([claim.Key.Id], None))[claim.Key.Id]));
    }

    [ContractFact]
    public async Task An_entity_comes_back_as_it_was_given()
    {
        var stored = await Store.GetEntitiesAsync([.. World.Entities.Select(e => e.Id), "nobody"], None);
        Assert.Equal(World.Entities.Count, stored.Count);
        Assert.All(World.Entities, e => Assert.Equal(e, stored[e.Id]));
    }

    [ContractFact]
    public async Task Putting_the_same_entities_again_makes_no_version()
    {
        var before = await Store.GetStatisticsAsync(None);
        var again = await Put(World.Entities);
        Assert.Equal((before.Version, 0, 0), (again.Version, again.EntitiesCreated, again.EntitiesChanged));
    }

    [ContractFact]
    public async Task Entities_and_the_claims_that_name_them_can_come_in_one_set()
    {
        var result = await Store.CommitAsync(new ChangeSet
        {
            Entities = [new("acme", EntityKind.Company, "Acme") { Country = "atlantis" }, new("atlantis", EntityKind.Country, "Atlantis")],
            Claims = [World.Of(RelationshipType.HeadquarteredIn, "acme", "atlantis")],
        }, None);
        Assert.Equal((2, 1, 1), (result.EntitiesCreated, result.ClaimsCreated, result.RelationshipsCreated));
    }

    [ContractFact]
    public async Task One_set_can_replace_a_claim_and_its_relationship_stays()
    {
        var old = (await Say(World.Supply())).ClaimIds[0];
        var result = await Store.CommitAsync(new ChangeSet { RemovedClaims = [old], Claims = [World.Supply("Nikkei", 0.9)] }, None);
        Assert.Equal((1, 1, 0, 0), (result.ClaimsRemoved, result.ClaimsCreated, result.RelationshipsCreated, result.RelationshipsRemoved));
        Assert.Equal(0.9, (await Relationship(World.SupplyId)).Confidence);
    }

    [ContractFact]
    public async Task One_set_can_remove_a_claim_its_relationship_and_an_entity_that_only_it_used()
    {
        await Put(new Entity("acme", EntityKind.Company, "Acme"));
        var claim = (await Say(World.Of(RelationshipType.HeadquarteredIn, "acme", "japan"))).ClaimIds[0];
        var result = await Store.CommitAsync(new ChangeSet { RemovedClaims = [claim], RemovedEntities = ["acme"] }, None);
        Assert.Equal((1, 1, 1), (result.ClaimsRemoved, result.RelationshipsRemoved, result.EntitiesRemoved));
    }

    [ContractFact]
    public async Task A_set_with_one_bad_claim_writes_nothing_and_names_every_fault()
    {
        var reasons = await Refused(new ChangeSet
        {
            Entities = [new("acme", EntityKind.Company, "Acme")],
            Claims = [World.Supply(), World.Supply() with { To = "nobody" }, World.Supply() with { Confidence = 0, Component = null }],
        });
        Assert.Equal(["claims[1].to unknown_entity", "claims[2].component component_required", "claims[2].confidence out_of_range"], reasons);
    }

    [ContractFact]
    public async Task The_change_feed_tells_what_happened_since_a_version()
    {
        var start = (await Store.GetStatisticsAsync(None)).Version;
        var claim = (await Say(World.Supply())).ClaimIds[0];
        await Put(new Entity("byd", EntityKind.Company, "BYD Auto") { Country = "china" });
        await Unsay(claim);
        await Drop("asia");
        var changes = (await Store.ListChangesAsync(start, new(), None)).Items;
        Assert.Equal(
            [
                (start + 1, $"relationship created {World.SupplyId}"), (start + 1, $"claim created {claim}"), (start + 2, "entity changed byd"),
                (start + 3, $"claim removed {claim}"), (start + 3, $"relationship removed {World.SupplyId}"), (start + 4, "entity removed asia"),
            ],
            changes.Select(c => (c.Version, $"{c.What} {c.Action} {c.Id}")));
    }

    [ContractFact]
    public async Task The_change_feed_keeps_old_and_new_things_of_one_id_apart_and_pages()
    {
        var start = (await Store.GetStatisticsAsync(None)).Version;
        await Drop("asia");
        await Put(new Entity("asia", EntityKind.Region, "Asia"));
        var first = await Store.ListChangesAsync(start, new(1), None);
        Assert.Equal("removed asia", $"{first.Items[0].Action} {first.Items[0].Id}");
        var second = await Store.ListChangesAsync(start, new(1, first.Next), None);
        Assert.Equal("created asia", $"{second.Items[0].Action} {second.Items[0].Id}");
        Assert.Null(second.Next);
        Assert.Empty((await Store.ListChangesAsync(start + 2, new(), None)).Items);
        Assert.Empty((await Store.ListChangesAsync(start + 99, new(), None)).Items);
    }

    [ContractFact]
    public async Task Reopening_keeps_everything()
    {
        await Say(World.Supply(), World.Of(RelationshipType.PartOf, "cell", "pack"));
        var before = await Everything();
        await Reopen();
        Assert.Equal(before, await Everything());
        var next = await Say(World.Supply("Nikkei"));
        Assert.Equal(next.Version, (await Store.GetViewAsync(None)).Snapshot.Version);
    }

    [ContractFact]
    public async Task Commits_from_several_threads_each_get_a_version_of_their_own()
    {
        var start = (await Store.GetStatisticsAsync(None)).Version;
        var commits = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Say(World.Supply($"Publisher {i}")))));
        Assert.Equal(Enumerable.Range(1, 8).Select(i => start + i), commits.Select(c => c.Version).Order());
        Assert.Equal(8, (await Relationship(World.SupplyId)).Claims);
    }
}
