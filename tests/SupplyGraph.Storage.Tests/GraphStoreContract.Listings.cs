using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// Listings, filters, pages, exports and statistics.
public abstract partial class GraphStoreContract
{
    private Task<CommitResult> SayMuch() => Store.CommitAsync(new ChangeSet
    {
        Import = "import-1",
        Claims =
        [
            World.Supply(confidence: 0.9),
            World.Supply("Nikkei", 0.5) with { Status = Status.Announced, SourceDate = PartialDate.Parse("2020") },
            World.Of(RelationshipType.OperatesIn, "byd", "pakistan", "ev", Role.Assembly) with { Status = Status.Announced,
                ValidFrom = PartialDate.Parse("2030") },
            World.Of(RelationshipType.OperatesIn, "byd", "china", "ev", Role.Assembly) with { ValidFrom = PartialDate.Parse("2030") },
            World.Of(RelationshipType.ExportsTo, "china", "pakistan", "ev") with { ValidTo = PartialDate.Parse("2022"), Publisher = "UN Comtrade" },
            World.Of(RelationshipType.Owns, "byd", "catl") with { ValidTo = PartialDate.Parse("2022") },
            World.Of(RelationshipType.PartnersWith, "toyota", "byd"),
        ],
    }, None);

    private async Task<string[]> Ids(RelationshipFilter filter) => [.. (await Store.ListRelationshipsAsync(filter, new(), None)).Items.Select(r => r.Id)];

    [ContractFact]
    public async Task Relationships_are_filtered_by_what_they_join_and_carry()
    {
        await SayMuch();
        Assert.Equal(["owns~byd~catl~~", "supplies~catl~byd~cell~"], await Ids(new() { Types = [RelationshipType.Supplies, RelationshipType.Owns] }));
        Assert.Equal(["supplies~catl~byd~cell~"], await Ids(new() { Types = [RelationshipType.Supplies] }));
        Assert.Equal(["exports_to~china~pakistan~ev~"], await Ids(new() { From = "china" }));
        Assert.Equal(["exports_to~china~pakistan~ev~", "operates_in~byd~pakistan~ev~assembly"], await Ids(new() { To = "pakistan" }));
        Assert.Equal(["owns~byd~catl~~", "supplies~catl~byd~cell~"], await Ids(new() { Entity = "catl" }));
        Assert.Equal(["supplies~catl~byd~cell~"], await Ids(new() { Component = "cell" }));
        Assert.Empty(await Ids(new() { From = "nobody" }));
    }

    [ContractFact]
    public async Task Relationships_are_filtered_by_how_sure_they_are()
    {
        await SayMuch();
        Assert.Equal(["operates_in~byd~pakistan~ev~assembly", "supplies~catl~byd~cell~"], await Ids(new() { Statuses = [Status.Announced] }));
        Assert.Equal(["supplies~catl~byd~cell~"], await Ids(new() { MinConfidence = 0.95 }));
        Assert.Equal(["exports_to~china~pakistan~ev~"], await Ids(new() { Publisher = "un comtrade" }));
        Assert.Equal(["supplies~catl~byd~cell~"], await Ids(new() { Disputed = true }));
        Assert.Equal(5, (await Ids(new() { Disputed = false })).Length);
    }

    [ContractTheory]
    [InlineData("2022-12-31", "exports_to", "operates_in~byd~pakistan", "owns", "partners_with", "supplies")]
    [InlineData("2023-01-01", "exports_to", "operates_in~byd~pakistan", "partners_with", "supplies")]
    [InlineData("2025-12-31", "exports_to", "operates_in~byd~pakistan", "partners_with", "supplies")]
    [InlineData("2026-01-01", "operates_in~byd~pakistan", "partners_with", "supplies")]
    [InlineData("2030-01-01", "operates_in~byd~china", "operates_in~byd~pakistan", "partners_with", "supplies")]
    public async Task Relationships_are_filtered_by_day_as_routes_do(string day, params string[] expected)
    {
        await SayMuch();
        var ids = await Ids(new() { AsOf = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(expected.Length, ids.Length);
        Assert.All(expected.Zip(ids), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [ContractFact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        await SayMuch();
        var paged = new List<string>();
        string? after = null;
        do
        {
            var page = await Store.ListRelationshipsAsync(new(), new(2, after), None);
            Assert.InRange(page.Items.Count, 1, 2);
            paged.AddRange(page.Items.Select(r => r.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(await Ids(new()), paged);
        Assert.Equal(paged.Order(StringComparer.Ordinal), paged);
    }

    [ContractFact]
    public async Task Entities_are_filtered_by_kind_country_and_id()
    {
        async Task<string[]> Listed(EntityFilter filter) => [.. (await Store.ListEntitiesAsync(filter, new(), None)).Items.Select(e => e.Id)];
        Assert.Equal(["asia", "china", "japan", "pakistan"], await Listed(new() { Kinds = [EntityKind.Country, EntityKind.Region] }));
        Assert.Equal(["byd", "toyota"], await Listed(new() { Countries = ["china", "japan"] }));
        Assert.Equal(["byd"], await Listed(new() { Ids = ["byd", "china", "nobody"], Kinds = [EntityKind.Company] }));
        Assert.Empty(await Listed(new() { Ids = [] }));
    }

    [ContractFact]
    public async Task Claims_are_filtered_by_relationship_source_and_import()
    {
        var ids = (await SayMuch()).ClaimIds;
        await Say(World.Supply("Dawn"));
        async Task<int> Count(ClaimFilter filter) => (await Store.ListClaimsAsync(filter, new(), None)).Items.Count;
        Assert.Equal(3, await Count(new() { Relationship = World.SupplyId }));
        Assert.Equal(1, await Count(new() { Source = World.Supply("Dawn").SourceId }));
        Assert.Equal(7, await Count(new() { Import = "import-1" }));
        Assert.Equal(0, await Count(new() { Source = "nonsense" }));
        var first = await Store.ListClaimsAsync(new(), new(3), None);
        var rest = await Store.ListClaimsAsync(new(), new(10, first.Next), None);
        Assert.Equal(ids.Append(World.Supply("Dawn").Id), first.Items.Concat(rest.Items).Select(c => c.Id));
    }

    [ContractFact]
    public async Task Sources_are_filtered_by_publisher()
    {
        await SayMuch();
        var source = Assert.Single((await Store.ListSourcesAsync(new() { Publisher = "UN-Comtrade" }, new(), None)).Items);
        Assert.Equal(("UN Comtrade", 1), (source.Publisher, source.Claims));
    }

    [ContractTheory]
    [InlineData(0)]
    [InlineData(Limits.MaxPageSize + 1)]
    public async Task A_page_size_outside_its_range_is_refused(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ListEntitiesAsync(new(), new(limit), None));

    [ContractFact]
    public async Task A_cursor_that_no_page_gave_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ListClaimsAsync(new(), new(5, "zebra"), None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ListChangesAsync(0, new(5, "zebra"), None));
    }

    [ContractFact]
    public async Task Exports_come_in_the_order_of_ids()
    {
        await SayMuch();
        var entities = new List<string>();
        await foreach (var entity in Store.ExportEntitiesAsync(None)) entities.Add(entity.Id);
        Assert.Equal(World.Entities.Select(e => e.Id).Order(StringComparer.Ordinal), entities);
        var claims = new List<(string, string)>();
        await foreach (var claim in Store.ExportClaimsAsync(None)) claims.Add((claim.Key.Id, claim.Id));
        Assert.Equal(7, claims.Count);
        Assert.Equal(claims.OrderBy(c => c.Item1, StringComparer.Ordinal).ThenBy(c => c.Item2, StringComparer.Ordinal), claims);
    }

    [ContractFact]
    public async Task An_export_shows_one_version_though_commits_go_on()
    {
        await SayMuch();
        var exported = 0;
        await foreach (var _ in Store.ExportClaimsAsync(None))
            if (exported++ == 0) await Say(World.Supply("Meanwhile"), World.Supply("Also meanwhile"));
        Assert.Equal(7, exported);
    }

    [ContractFact]
    public async Task Statistics_count_everything()
    {
        await SayMuch();
        var statistics = await Store.GetStatisticsAsync(None);
        Assert.Equal((14, 6, 7, 4, 1), (statistics.Entities, statistics.Relationships, statistics.Claims, statistics.Sources, statistics.Disputed));
        Assert.Equal(3, statistics.EntitiesByKind["company"]);
        Assert.Equal(2, statistics.RelationshipsByType["operates_in"]);
        Assert.Equal(2, statistics.RelationshipsByStatus["announced"]);
        Assert.NotNull(statistics.ChangedAt);
    }

    [ContractFact]
    public async Task Documents_are_found_by_id_and_unknown_ids_left_out()
    {
        await SayMuch();
        Assert.Equal(["supplies~catl~byd~cell~"], (await Store.GetRelationshipsAsync(["supplies~catl~byd~cell~", "nonsense"], None)).Keys);
        Assert.Empty(await Store.GetClaimsAsync(["nonsense"], None));
        Assert.Empty(await Store.GetSourcesAsync(["00000000000000000000"], None));
        var claims = (await Store.GetClaimsOfAsync([World.SupplyId, "nonsense"], None))[World.SupplyId];
        Assert.Equal(claims.Select(c => c.Id).Order(StringComparer.Ordinal), claims.Select(c => c.Id));
    }

    [ContractFact]
    public async Task Counts_follow_the_commits()
    {
        var before = await Store.GetStatisticsAsync(None);
        await Say(World.Supply());
        var after = await Store.GetStatisticsAsync(None);
        Assert.Equal((before.Version + 1, before.Relationships + 1, before.Claims + 1), (after.Version, after.Relationships, after.Claims));
        await Unsay(World.Supply().Id);
        var last = await Store.GetStatisticsAsync(None);
        Assert.Equal((before.Relationships, before.Claims), (last.Relationships, last.Claims));
    }
}
