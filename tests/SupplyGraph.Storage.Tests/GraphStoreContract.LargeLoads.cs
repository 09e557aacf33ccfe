using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests;

// Loads so large that a store may write them in another way.
public abstract partial class GraphStoreContract
{
    private const int Firms = 300, AllPairs = 25_000;

    /// <summary>Pairs of firms that a large load speaks of; a multiple of 250, and more than the store writes in one go.</summary>
    private protected virtual int ManyPairs => AllPairs;

    private int SetSize => ManyPairs / 5;

    private static readonly Entity[] manyFirms =
        [.. Enumerable.Range(0, Firms).Select(i => new Entity($"firm-{i}", EntityKind.Company, $"Firm {i}") { Country = i % 3 == 0 ? "china" : null })];

    /// <summary>A claim of its own for each number: every pair of firms once before any repeats.</summary>
    private static Claim Pair(int i, string publisher = "Reuters") =>
        new(RelationshipType.Supplies, $"firm-{i % Firms}", $"firm-{((i % Firms) + 1 + (i / Firms % (Firms - 1))) % Firms}")
        {
            Component = "cell",
            Publisher = publisher,
            Amount = i % 50 == 0 ? i : null,
            Unit = i % 50 == 0 ? "GWh" : null,
        };

    /// <summary>What stands before the load: some of its relationships, and some that it does not touch.</summary>
    private static Claim[] StoredPairs(int pairs) => [.. Enumerable.Range(0, pairs * 3 / 50).Select(i => Pair(i * 20, "Stored"))];

    /// <summary>
    /// What is loaded: many new relationships; then, when the load is large, second claims of some of them and of stored ones, claims that were there with the
    /// same and with another confidence, several for one relationship in one set and over sets, and a few that are new still.
    /// </summary>
    internal static List<Claim> ManyClaims(int pairs = AllPairs)
    {
        var (some, stored) = (pairs / 50, StoredPairs(pairs));
        return
        [
            .. Enumerable.Range(0, pairs).Select(i => Pair(i)),
            .. Enumerable.Range(0, some * 4).Select(i => Pair(i * 7, "Nikkei")),
            .. Enumerable.Range(0, some).Select(i => Pair(i * 11)),
            .. Enumerable.Range(0, some).Select(i => Pair(i * 13) with { Confidence = 0.8 }),
            .. stored[..(stored.Length / 5)],
            .. stored[(stored.Length / 5)..(stored.Length * 2 / 5)].Select(claim => claim with { Confidence = 0.9 }),
            .. Enumerable.Range(0, some).Select(i =>
                Pair(i % 50, $"Publisher {i}") with { Status = Status.Announced, SourceDate = new PartialDate(2000 + (i % 25)) }),
            .. Enumerable.Range(pairs, some * 7 / 5).Select(i => Pair(i)),
            .. Enumerable.Range(pairs, some * 3 / 5).Select(i => Pair(i, "Dawn")),
        ];
    }

    private async Task PutFirms()
    {
        await Put(manyFirms);
        await Say(StoredPairs(ManyPairs));
    }

    [ContractFact]
    public async Task A_large_load_equals_commits_of_the_same_claims()
    {
        await PutFirms();
        var committed = new List<CommitResult>();
        foreach (var some in ManyClaims(ManyPairs).Chunk(SetSize)) committed.Add(await Say(some));
        var expected = await Held();
        await StartAnew();
        await PutFirms();
        var loaded = await Load("large", [.. ManyClaims(ManyPairs).Chunk(SetSize).Select(some => Claims(some))]);
        Assert.Equal(expected, await Held());
        Assert.Equal(
            (committed.Sum(c => c.ClaimsCreated), committed.Sum(c => c.ClaimsChanged), committed.Sum(c => c.ClaimsUnchanged),
                committed.Sum(c => c.RelationshipsCreated), committed.Sum(c => c.SourcesCreated)),
            (loaded.ClaimsCreated, loaded.ClaimsChanged, loaded.ClaimsUnchanged, loaded.RelationshipsCreated, loaded.SourcesCreated));
        Assert.InRange(loaded.RelationshipsCreated, ManyPairs - StoredPairs(ManyPairs).Length, ManyPairs + (ManyPairs * 7 / 250));
    }

    [ContractFact]
    public async Task A_large_load_can_be_carried_on_from_and_reopened()
    {
        await PutFirms();
        await Load("large", [.. ManyClaims(ManyPairs).Chunk(SetSize).Select(some => Claims(some))]);
        Assert.Equal(ManyClaims(ManyPairs).Count, (await Load("again", Claims(ManyClaims(ManyPairs)))).ClaimsUnchanged + await ChangedAgain());
        await Say(Pair(3, "Zaobao"), Pair(ManyPairs * 2));
        var held = await Held();
        await Reopen();
        Assert.Equal(held, await Held());

        // Where one claim came with two confidences, loading both again changes it to and fro.
        Task<int> ChangedAgain() => Task.FromResult(ManyClaims(ManyPairs).GroupBy(c => c.Id).Where(same => same.Select(c => c.Confidence).Distinct().Count() > 1)
            .Sum(same => same.Prepend(same.Last()).Zip(same, (a, b) => a.Confidence.Equals(b.Confidence) ? 0 : 1).Sum()));
    }

    [ContractFact]
    public async Task The_view_after_a_large_load_equals_one_built_anew()
    {
        await PutFirms();
        await Store.GetViewAsync(None);
        // What the view holds beside ends and components, of relationships stored before and behind what makes the load large; some derived again after.
        Claim[] behind =
        [
            .. StoredPairs(ManyPairs)[..20].Select(claim => claim with { Status = Status.Potential, Confidence = 0.9, ValidFrom = new PartialDate(2020, 5) }),
            .. Enumerable.Range(0, 40).Select(i => new Claim(RelationshipType.OperatesIn, $"firm-{i}", "china")
            {
                Component = "cell",
                Role = i % 2 == 0 ? Role.Mining : Role.Assembly,
                ValidFrom = new PartialDate(2021, 1 + (i % 12)),
                ValidTo = new PartialDate(2022, 2, 1 + (i % 28)),
                Publisher = "Reuters",
            }),
            .. Enumerable.Range(0, 40).Select(i => new Claim(RelationshipType.PartnersWith, $"firm-{i}", $"firm-{i + 1}") { Publisher = "Reuters" }),
        ];
        var again = behind.Select(claim => claim with { Publisher = "Nikkei", Status = Status.Established, ValidTo = new PartialDate(2031) });
        var brought = new ChangeSet { Entities = [new Entity("firm-new", EntityKind.Company, "Firm New")], Claims = [.. again] };
        await Load("large", [.. ManyClaims(ManyPairs).Chunk(SetSize).Select(some => Claims(some)), Claims(behind), brought]);
        var shown = SnapshotLines.Of((await Store.GetViewAsync(None)).Snapshot);
        await Reopen();
        Assert.Equal(SnapshotLines.Of((await Store.GetViewAsync(None)).Snapshot), shown);
    }

    [ContractFact]
    public async Task A_large_load_tells_everything_once()
    {
        await PutFirms();
        var before = await Version();
        var loaded = await Load("large", [.. ManyClaims(ManyPairs).Chunk(SetSize).Select(some => Claims(some))]);
        var told = await ChangesSince(before);
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Equal(loaded.ClaimsCreated, Count("claim created"));
        Assert.Equal(loaded.RelationshipsCreated, Count("relationship created"));
        Assert.Equal(ManyPairs * 3 / 250, Count("claim changed"));
        Assert.InRange(Count("relationship changed"), ManyPairs * 3 / 250, StoredPairs(ManyPairs).Length);

        int Count(string what) => told.Count(line => line.Contains(what, StringComparison.Ordinal));
    }

    [ContractFact]
    public async Task A_large_load_can_be_undone_though_its_claims_share_relationships()
    {
        await PutFirms();
        var before = await Held();
        // The last claims of a relationship stand far behind the first: an undoing in steps meets it several times.
        var pairs = ManyPairs / 3;
        Claim[] claims = [.. Enumerable.Range(0, pairs * 3).Select(i => Pair(i % pairs, $"Publisher {i / pairs}") with { Amount = null, Unit = null })];
        await Load("large", [.. claims.Chunk(SetSize).Select(some => Claims(some))]);
        var version = await Version();
        var undone = await Undo("large");
        Assert.Equal((pairs * 3, 0), (undone.ClaimsRemoved, undone.ClaimsKept));
        Assert.Equal(before, await Held());
        var told = await ChangesSince(version);
        Assert.Equal(told.Count, told.Distinct().Count());
        var removed = told.Where(line => line.Contains("relationship removed", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]).ToHashSet();
        Assert.Equal(undone.RelationshipsRemoved, removed.Count);
        Assert.DoesNotContain(told, line => line.Contains("relationship changed", StringComparison.Ordinal) && removed.Contains(line.Split(' ')[^1]));
    }

    [ContractFact]
    public async Task A_large_load_that_is_not_committed_leaves_nothing_and_the_next_one_is_whole()
    {
        await PutFirms();
        var before = await Held();
        await using (var load = await Store.BeginLoadAsync("large", None))
            foreach (var some in ManyClaims(ManyPairs).Chunk(SetSize)) await load.AddAsync(Claims(some), None);
        Assert.Equal(before, await Held());
        await Load("large", [.. ManyClaims(ManyPairs).Chunk(SetSize).Select(some => Claims(some))]);
        var loaded = await Held();
        await Reopen();
        Assert.Equal(loaded, await Held());
    }
}
