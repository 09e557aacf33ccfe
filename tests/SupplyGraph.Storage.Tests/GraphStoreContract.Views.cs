using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// The snapshot and the names follow the commits.
public abstract partial class GraphStoreContract
{
    // How many steps a random walk over commits takes.
    private protected virtual int ManyCommits => 60;

    [ContractFact]
    public async Task A_view_is_the_same_object_while_nothing_changes()
    {
        var view = await Store.GetViewAsync(None);
        await Put(World.Entities);
        Assert.Same(view, await Store.GetViewAsync(None));
    }

    [ContractFact]
    public async Task An_older_view_is_not_disturbed_by_commits()
    {
        await Say(World.Supply());
        var view = await Store.GetViewAsync(None);
        var before = SnapshotLines.Of(view.Snapshot);
        await Unsay(World.Supply().Id);
        await Drop("catl");
        Assert.Equal(before, SnapshotLines.Of(view.Snapshot));
        Assert.True(view.Names.Resolve("CATL").Found);
    }

    [ContractFact]
    public async Task Names_follow_the_commits()
    {
        await Store.GetViewAsync(None);
        await Put(new Entity("toyota", EntityKind.Company, "Toyota Motor"), new Entity("honda", EntityKind.Company, "Honda"));
        await Drop("asia");
        var names = (await Store.GetViewAsync(None)).Names;
        Assert.Equal("toyota", Assert.Single(names.Resolve("toyota motor").Entities).Id);
        Assert.True(names.Resolve("honda").Found);
        Assert.False(names.Resolve("Asia").Found);
        Assert.Equal("pakistan", Assert.Single(names.Resolve("PAK").Entities).Id);
    }

    [ContractFact]
    public async Task An_end_alone_that_changes_is_seen_by_the_next_view()
    {
        var begun = World.Supply() with { SourceDate = PartialDate.Parse("2023"), ValidFrom = PartialDate.Parse("2020") };
        await Say(begun);
        Assert.Equal(int.MaxValue, await CountsUntil());
        await Say(begun with { SourceDate = PartialDate.Parse("2024"), ValidTo = PartialDate.Parse("2024") });
        Assert.Equal(new DateOnly(2024, 12, 31).DayNumber, await CountsUntil());

        async Task<int> CountsUntil()
        {
            var snapshot = (await Store.GetViewAsync(None)).Snapshot;
            return snapshot.CountsUntil(snapshot.Find(World.Supply().Key));
        }
    }

    [ContractTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_snapshot_carried_on_from_commit_to_commit_equals_one_built_anew(int seed)
    {
        var random = new Random(seed);
        await Store.GetViewAsync(None);
        for (var i = 0; i < ManyCommits; i++) await RandomCommit(random);
        var carried = await Store.GetViewAsync(None);
        await Reopen();
        var anew = await Store.GetViewAsync(None);
        Assert.InRange(carried.Snapshot.Version, ManyCommits / 3, ManyCommits);
        Assert.Equal(anew.Snapshot.Version, carried.Snapshot.Version);
        Assert.Equal(SnapshotLines.Of(anew.Snapshot), SnapshotLines.Of(carried.Snapshot));
    }

    [ContractFact]
    public async Task A_large_commit_is_seen_by_the_next_view()
    {
        var before = await Store.GetViewAsync(None);
        var entities = Enumerable.Range(0, Limits.MaxOverlay + 1).Select(i =>
            new Entity($"firm-{i}", EntityKind.Company, $"Firm {i}") { Country = "china" }).ToList();
        await Put(entities);
        var after = await Store.GetViewAsync(None);
        Assert.False(before.Snapshot.TryFind("firm-7", out _));
        Assert.True(after.Snapshot.TryFind("china", out var china));
        Assert.Equal(entities.Count + 1, after.Snapshot.CompaniesOf(china).Count());
        Assert.Equal("firm-7", Assert.Single(after.Names.Resolve("FIRM 7").Entities).Id);
        Assert.Equal(Limits.MaxSearchResults, after.Names.Search("firm").Count);
    }

    // Some are refused, which must leave no trace either.
    private async Task RandomCommit(Random random)
    {
        var claims = (await Store.ListClaimsAsync(new(), new(Limits.MaxPageSize), None)).Items.Select(c => c.Id).ToArray();
        var set = new ChangeSet
        {
            RemovedClaims = claims.Length > 0 && random.Next(2) == 0 ? [claims[random.Next(claims.Length)]] : [],
            RemovedEntities = random.Next(4) == 0 ? [$"company-{random.Next(6)}"] : [],
            Entities = random.Next(2) == 0 ? [RandomEntity(random)] : [],
            Claims = [.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomClaim(random))],
        };
        try
        {
            await Store.CommitAsync(set, None);
        }
        catch (ChangesRefusedException)
        {
            return;
        }
    }

    private static Entity RandomEntity(Random random)
    {
        var n = random.Next(6);
        if (random.Next(5) == 0) return new($"company-{n}", EntityKind.Vehicle, $"Vehicle {n}");
        string?[] countries = [null, "china", "japan", "pakistan"];
        return new($"company-{n}", EntityKind.Company, $"Company {n}") { Country = countries[random.Next(countries.Length)] };
    }

    private static Claim RandomClaim(Random random)
    {
        string[] companies = ["byd", "toyota", "catl", "company-0", "company-1", "company-2"], countries = ["china", "japan", "pakistan"];
        string[] components = ["cell", "lfp-cell", "pack", "ev"];
        string Company() => companies[random.Next(companies.Length)];
        string Country() => countries[random.Next(countries.Length)];
        string Component() => components[random.Next(components.Length)];
        var claim = random.Next(7) switch
        {
            0 => World.Of(RelationshipType.Supplies, Company(), Company(), Component()),
            1 => World.Of(RelationshipType.HeadquarteredIn, Company(), Country()),
            2 => World.Of(RelationshipType.OperatesIn, Company(), Country(), Component(), (Role)random.Next(8)),
            3 => World.Of(RelationshipType.KindOf, Component(), Component()),
            4 => World.Of(RelationshipType.PartOf, Component(), Component()),
            5 => World.Of(RelationshipType.PartnersWith, Company(), Company()),
            _ => World.Of(RelationshipType.ExportsTo, Country(), Country(), Component()) with { ValidTo = new PartialDate(2020 + random.Next(5)) },
        };
        return claim with { Publisher = $"Publisher {random.Next(3)}", Confidence = random.Next(1, 10) / 10.0, Status = (Status)random.Next(3) };
    }
}
