using System.Globalization;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// However claims come to the store, it holds the same.
public abstract partial class GraphStoreContract
{
    /// <summary>All that the store holds but for its history: what comes out the same whichever way it came in.</summary>
    private async Task<List<string>> Held()
    {
        var lines = new List<string>();
        await foreach (var entity in Store.ExportEntitiesAsync(None)) lines.Add($"{entity} {string.Join('|', entity.Aliases)}");
        await foreach (var claim in Store.ExportClaimsAsync(None)) lines.Add($"{claim.Id} {claim}");
        lines.AddRange((await All(page => Store.ListRelationshipsAsync(new(), page, None))).Select(Line));
        lines.AddRange((await All(page => Store.ListSourcesAsync(new(), page, None))).Select(s => s.ToString()));
        var statistics = await Store.GetStatisticsAsync(None);
        lines.Add($"{statistics with { Version = 0, ChangedAt = null, EntitiesByKind = none, RelationshipsByType = none, RelationshipsByStatus = none }}");
        lines.Add(string.Join(", ", statistics.EntitiesByKind.Concat(statistics.RelationshipsByType).Concat(statistics.RelationshipsByStatus)));
        lines.Add(string.Join(", ", (await Store.GetUnitsAsync(None)).OrderBy(u => u.Key, StringComparer.Ordinal)));
        lines.AddRange(SnapshotLines.Of((await Store.GetViewAsync(None)).Snapshot));
        return lines;
    }

    private static readonly Dictionary<string, long> none = [];

    private static async Task<List<T>> All<T>(Func<PageRequest, Task<Page<T>>> list, int limit = Limits.MaxPageSize)
    {
        var all = new List<T>();
        for (Page<T>? page = null; page is null || page.Next is not null;)
        {
            page = await list(new(limit, page?.Next));
            all.AddRange(page.Items);
        }
        return all;
    }

    /// <summary>An empty store but for the world, in place of the one before.</summary>
    private async Task StartAnew()
    {
        await Store.DisposeAsync();
        await DeleteAsync();
        await InitializeAsync();
    }

    private static Claim[] Various()
    {
        var amount = World.Supply("Dawn", 0.9) with { Amount = 50.5m, Unit = "GWh", Statement = "many", SourceDate = PartialDate.Parse("2024") };
        return
        [
            World.Supply(), World.Of(RelationshipType.PartOf, "cell", "pack"), World.Supply("Nikkei") with { Status = Status.Announced },
            World.Of(RelationshipType.OperatesIn, "byd", "pakistan", "ev", Role.Assembly) with { ValidFrom = PartialDate.Parse("2030") }, amount,
            amount with { Amount = 60, SourceDate = PartialDate.Parse("2025-02") }, World.Supply("Nikkei") with { SourceUrl = "https://nikkei.com/1" },
            World.Of(RelationshipType.PartnersWith, "toyota", "byd"), World.Of(RelationshipType.PartnersWith, "byd", "toyota") with { Publisher = "Dawn" },
            World.Supply("Zaobao") with { SourceUrl = "https://nikkei.com/1", Status = Status.Potential }, World.Supply(), World.Supply(confidence: 0.7),
            World.Supply() with { Publisher = null, SourceUrl = "https://reuters.com/1", Confidence = 0.8 },
        ];
    }

    [ContractTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(100)]
    public async Task A_load_in_sets_of_any_size_equals_one_commit(int size)
    {
        var committed = await Store.CommitAsync(new() { Claims = Various(), Import = "a" }, None);
        var expected = await Held();
        await StartAnew();
        var loaded = await Load("a", [.. Various().Chunk(size).Select(some => Claims(some))]);
        Assert.Equal(expected, await Held());
        Assert.Equal(committed with { ClaimIds = [] }, loaded with { ClaimIds = [] });
        Assert.True((await Relationship(World.SupplyId)).Disputed);
    }

    [ContractFact]
    public async Task A_load_onto_what_is_there_equals_a_commit_onto_it()
    {
        var (there, comes) = (Various()[..7], Various()[3..]);
        await Say(there);
        await Say(comes);
        var expected = await Held();
        await StartAnew();
        await Say(there);
        await Load("a", [.. comes.Select(claim => Claims(claim))]);
        Assert.Equal(expected, await Held());
    }

    [ContractFact]
    public async Task Many_claims_of_one_relationship_add_up_however_they_come()
    {
        Claim Nth(int n, double confidence = 0.3) =>
            World.Supply($"Press {n % 40}", confidence) with { SourceUrl = $"https://example.org/{n}", SourceDate = new(1900 + (n % 120)), Amount = n % 7 };
        Claim[] there = [.. Enumerable.Range(0, 300).Select(n => Nth(n))];
        // Some are there already, some take another confidence, and some come twice within the load.
        Claim[] comes = [.. Enumerable.Range(200, 900).Select(n => Nth(n, n % 3 == 0 ? 0.4 : 0.3)), .. Enumerable.Range(900, 150).Select(n => Nth(n, 0.2))];
        await Say(there);
        var committed = await Say(comes);
        var expected = await Held();
        await StartAnew();
        await Say(there);
        var loaded = await Load(null, [.. comes.Chunk(50).Select(some => Claims(some))]);
        Assert.Equal(expected, await Held());
        Assert.Equal(committed with { ClaimIds = [] }, loaded with { ClaimIds = [] });
        Assert.Equal(1100, (await Relationship(World.SupplyId)).Claims);
    }

    [ContractFact]
    public async Task A_load_twice_changes_nothing_and_counts_every_claim_as_unchanged()
    {
        // Each confidence once: of two for one claim, each in its turn would be new.
        var claims = Various().DistinctBy(c => c.Id).ToArray();
        var first = await Load("a", Entities(World.Entities), Claims(claims));
        var before = await Everything();
        var again = await Load("b", Entities(World.Entities), Claims(claims[..5]), Claims(claims[5..]));
        Assert.Equal(before, await Everything());
        Assert.Equal(new CommitResult(first.Version, again.ClaimIds) { ClaimsUnchanged = claims.Length }, again);
    }

    [ContractFact]
    public async Task A_claim_with_another_confidence_counts_as_changed_and_takes_it()
    {
        await Say(World.Supply(), World.Supply("Nikkei"));
        var result = await Load("a", Claims(World.Supply(confidence: 0.9), World.Supply("Nikkei")));
        Assert.Equal((0, 1, 1), (result.ClaimsCreated, result.ClaimsChanged, result.ClaimsUnchanged));
        Assert.Equal(0.95, (await Relationship(World.SupplyId)).Confidence);
        Assert.Equal(0.9, (await Store.GetClaimsAsync([World.Supply().Id], None)).Values.Single().Confidence);
    }

    [ContractFact]
    public async Task The_report_is_stored_with_the_commit_and_not_without()
    {
        await using (var load = await Store.BeginLoadAsync("a", None)) await load.AddAsync(Claims(World.Supply()), None);
        await using (var load = await Store.BeginLoadAsync("b", None)) await load.CommitAsync("nothing new: \"b\"", None);
        await Load("c", Claims(World.Supply()));
        await Reopen();
        Assert.Null(await Store.GetImportReportAsync("a", None));
        Assert.Equal("nothing new: \"b\"", await Store.GetImportReportAsync("b", None));
        Assert.Null(await Store.GetImportReportAsync("c", None));
    }

    [ContractFact]
    public async Task Units_are_listed_with_the_number_of_claims_that_state_them()
    {
        Claim Measured(string publisher, string unit) => World.Supply(publisher) with { Amount = 1, Unit = unit };
        await Say(World.Supply(), Measured("A", "GWh"), Measured("B", "GWh"), Measured("C", "gwh"));
        Assert.Equal(new Dictionary<string, long> { ["GWh"] = 2, ["gwh"] = 1 }, await Store.GetUnitsAsync(None));
        await Unsay(Measured("C", "gwh").Id);
        Assert.Equal(["GWh"], (await Store.GetUnitsAsync(None)).Keys);
    }

    [ContractTheory]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Claims_of_an_import_and_of_a_source_come_page_by_page_in_their_order_without_gap(int limit)
    {
        Claim[] claims = [.. Enumerable.Range(0, 25).Select(i => World.Supply() with { Statement = i.ToString(CultureInfo.InvariantCulture) })];
        for (var i = 0; i < claims.Length; i++) await Load(i % 2 == 0 ? "even" : "odd", Claims(claims[i]), Claims(World.Supply($"Publisher {i}")));
        var even = claims.Where((_, i) => i % 2 == 0).Select((c, i) => new[] { c.Id, World.Supply($"Publisher {2 * i}").Id }).SelectMany(ids => ids);
        Assert.Equal(even, (await All(page => Store.ListClaimsAsync(new() { Import = "even" }, page, None), limit)).Select(c => c.Id));
        var source = claims[0].SourceId;
        Assert.Equal(claims.Select(c => c.Id), (await All(page => Store.ListClaimsAsync(new() { Source = source }, page, None), limit)).Select(c => c.Id));
        Assert.Empty((await Store.ListClaimsAsync(new() { Import = "neither" }, new(), None)).Items);
    }
}
