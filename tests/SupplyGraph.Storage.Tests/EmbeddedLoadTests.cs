using Microsoft.Data.Sqlite;
using SupplyGraph.Model;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Storage.Tests;

/// <summary>What loads leave in the file itself, and files of earlier programs.</summary>
public sealed class EmbeddedLoadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-loads-").FullName;

    private static CancellationToken None => CancellationToken.None;

    private string File => Path.Combine(folder, "graph.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_load_leaves_a_sound_file_with_all_its_indexes(bool commits)
    {
        await using var store = await Open();
        await store.CommitAsync(
            new() { Entities = [.. World.Entities, .. Enumerable.Range(0, 300).Select(i => new Entity($"firm-{i}", EntityKind.Company, $"Firm {i}"))] }, None);
        var indexes = Indexes();
        await using (var load = await store.BeginLoadAsync("large", None))
        {
            foreach (var some in GraphStoreContract.ManyClaims().Chunk(5000)) Assert.Empty(await load.AddAsync(new() { Claims = some }, None));
            if (commits) await load.CommitAsync(null, None);
        }
        Assert.Equal(indexes, Indexes());
        Assert.Contains(indexes, sql => sql.StartsWith("CREATE UNIQUE INDEX relationships_by_id", StringComparison.Ordinal));
        AssertSound();
        Assert.Equal(commits, (await store.GetStatisticsAsync(None)).Claims > 25_000);
    }

    [Fact]
    public async Task Every_row_refers_to_rows_that_exist_after_loads_refusals_and_undoing()
    {
        await using var store = await Open();
        await store.CommitAsync(new() { Entities = World.Entities }, None);
        foreach (var import in new[] { "a", "b" })
        {
            await using var load = await store.BeginLoadAsync(import, None);
            await load.AddAsync(
                new()
                {
                    Entities =
                    [
                        new($"acme-{import}", EntityKind.Company, $"Acme {import}") { Country = "china" }, new("x", EntityKind.Region, "X") { Iso2 = "XX" },
                    ],
                    Claims = [World.Supply(import), World.Supply(), World.Supply() with { From = "nobody" }, World.Supply() with { From = $"acme-{import}" }],
                },
                None);
            await load.CommitAsync("{}", None);
        }
        AssertSound();
        await store.UndoImportAsync("a", None);
        AssertSound();
        await store.UndoImportAsync("b", None);
        AssertSound();
        Assert.Equal(0L, Ask("SELECT COUNT(*) FROM restatements").Single());
        Assert.Equal(0L, Ask("SELECT COUNT(*) FROM sources").Single());
    }

    [Fact]
    public async Task A_file_of_version_1_reads_as_before()
    {
        await using var store = await OpenVersion1();
        Assert.Equal(2L, Ask("PRAGMA user_version").Single());
        AssertSound();
        Assert.Equal("0a5ebce65dc558fd", store.Identity);
        Assert.Equal(
            ["byd Build Your Dreams, 比亚迪 china", "catl  ", "cell  ", "china  ", "pack  "],
            await store.ExportEntitiesAsync(None).Select(e => $"{e.Id} {string.Join(", ", e.Aliases)} {e.Country}").ToListAsync());
        Assert.Equal([PartOf, Supply, Nikkei], await store.ExportClaimsAsync(None).ToListAsync());
        var supply = (await store.GetRelationshipsAsync([Supply.Key.Id], None))[Supply.Key.Id];
        Assert.Equal(Derivation.Derive(Supply.Key, [Supply, Nikkei]), supply);
        Assert.Equal(3, (await store.ListClaimsAsync(new() { Import = "import-1" }, new(), None)).Items.Count);
        Assert.Equal(2, (await store.ListSourcesAsync(new() { Publisher = "Reuters" }, new(), None)).Items.Count);
        Assert.Equal(Stage.Packs, (await store.GetEntitiesAsync(["pack"], None))["pack"].Stage);
        Assert.Equal(5, (await store.GetViewAsync(None)).Snapshot.Version);
    }

    [Fact]
    public async Task The_change_feed_of_a_file_of_version_1_is_told_as_before()
    {
        await using var store = await OpenVersion1();
        var changes = (await store.ListChangesAsync(0, new(Limits.MaxPageSize), None)).Items;
        Assert.Equal(Enumerable.Range(1, 23).Select(i => $"{i}"), changes.Select(c => c.Cursor));
        Assert.Equal(
            [
                "3 relationship changed supplies~catl~byd~cell~", "3 claim created e35a032b79759bb78641",
                "3 relationship created operates_in~byd~china~pack~assembly", "3 claim created a25f448d8dc6b0895afe", "4 entity changed pack",
                "4 relationship changed supplies~catl~byd~cell~", "4 claim changed 659d46214353b03257d5", "5 claim removed a25f448d8dc6b0895afe",
                "5 claim removed e35a032b79759bb78641", "5 relationship removed operates_in~byd~china~pack~assembly",
                "5 relationship changed supplies~catl~byd~cell~", "5 entity removed asia",
            ],
            changes.Skip(11).Select(c => $"{c.Version} {c.What} {c.Action} {c.Id}"));
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 12, 4, 0, TimeSpan.Zero), changes[^1].At);
    }

    [Fact]
    public async Task A_file_of_version_1_takes_loads_and_undoes_its_imports()
    {
        await using var store = await OpenVersion1();
        await using (var load = await store.BeginLoadAsync("import-2", None))
        {
            await load.AddAsync(new() { Entities = [new("asia", EntityKind.Region, "Asia")], Claims = [Nikkei, Supply with { Publisher = "Dawn" }] }, None);
            await load.CommitAsync("{}", None);
        }
        var told = (await store.ListChangesAsync(5, new(), None)).Items;
        Assert.Equal(["24 created asia", "25 changed supplies~catl~byd~cell~"], told.Take(2).Select(c => $"{c.Cursor} {c.Action} {c.Id}"));
        var undone = (await store.UndoImportAsync("import-1", None))!;
        Assert.Equal((2, 1, 1, 0), (undone.ClaimsRemoved, undone.ClaimsKept, undone.RelationshipsRemoved, undone.EntitiesRemoved));
        var last = (await store.UndoImportAsync("import-2", None))!;
        Assert.Equal((2, 0, 1, 1), (last.ClaimsRemoved, last.ClaimsKept, last.RelationshipsRemoved, last.EntitiesRemoved));
        Assert.Equal((5, 0, 0), await Counts(store));
        AssertSound();
    }

    private static Claim Supply => World.Supply(confidence: 0.7);

    private static Claim PartOf => World.Of(RelationshipType.PartOf, "cell", "pack");

    private static Claim Nikkei => World.Supply("Nikkei") with
    {
        Status = Status.Announced,
        SourceDate = PartialDate.Parse("2024-08"),
        Amount = 50.5m,
        Unit = "GWh/yr",
        Statement = "Fifty, \"soon\"",
    };

    private static async Task<(long, long, long)> Counts(EmbeddedGraphStore store)
    {
        var statistics = await store.GetStatisticsAsync(None);
        return (statistics.Entities, statistics.Claims, statistics.Sources);
    }

    private async Task<EmbeddedGraphStore> Open()
    {
        var store = new EmbeddedGraphStore(new() { Path = File });
        await store.OpenAsync(None);
        return store;
    }

    private Task<EmbeddedGraphStore> OpenVersion1()
    {
        using var text = new StreamReader(typeof(EmbeddedLoadTests).Assembly.GetManifestResourceStream("version-1")!);
        Ask(text.ReadToEnd());
        return Open();
    }

    private List<string> Indexes() =>
        Ask("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name").ConvertAll(sql => (string)sql);

    private void AssertSound()
    {
        Assert.Empty(Ask("PRAGMA foreign_key_check"));
        Assert.Equal(["ok"], Ask("PRAGMA integrity_check"));
    }

    /// <summary>The first column of every row.</summary>
    private List<object> Ask(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var values = new List<object>();
        while (rows.Read()) values.Add(rows.GetValue(0));
        return values;
    }
}
