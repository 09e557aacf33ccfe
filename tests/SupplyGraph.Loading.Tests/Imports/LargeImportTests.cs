using System.Text;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests.Imports;

/// <summary>Imports of many batches: progress, cancelling, failing in the middle, and more errors than a report lists.</summary>
public sealed class LargeImportTests
{
    private const int Rows = 20_000;

    private const string Header = "type,from,to,component,publisher,confidence\n";

    private const int Firms = 150;

    private static Task<ImportedStore> Open() => ImportedStore.OpenAsync(
        [.. ImportedStore.World, .. Enumerable.Range(0, Firms).Select(i => new Entity($"firm-{i}", EntityKind.Company, $"Firm {i}"))]);

    /// <summary>Each row another pair of firms.</summary>
    private static byte[] Claims(int rows = Rows, int from = 0) => Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(from, rows).Select(i =>
        $"supplies,firm-{i % Firms},firm-{((i % Firms) + 1 + (i / Firms)) % Firms},cell,Reuters,0.5\n")));

    private static byte[] Entities(int rows = Rows) => Encoding.UTF8.GetBytes(
        "kind,name,country\n" + string.Concat(Enumerable.Range(0, rows).Select(i => i % 2 == 0 ? $"region,Region {i},\n" : $"company,Company {i},CN\n")));

    [Theory]
    [InlineData(FileContent.Claims, false)]
    [InlineData(FileContent.Claims, true)]
    [InlineData(FileContent.Entities, false)]
    public async Task Progress_grows_to_the_end_and_never_says_what_cannot_be(FileContent what, bool gzip)
    {
        await using var graph = await Open();
        var file = what == FileContent.Claims ? Claims() : Entities();
        if (gzip) file = ImportedStore.Gzip(Encoding.UTF8.GetString(file));
        var progress = new ImportProgress();
        var seen = new List<(ImportRows Rows, long Bytes)> { (progress.Rows, progress.Bytes) };
        var run = Task.Run(() => new Importer(graph.Store).RunAsync("a", new() { What = what, Gzip = gzip }, new MemoryStream(file), null, progress, default));
        while (!run.IsCompleted)
            if ((progress.Rows, progress.Bytes) is var now && now != seen[^1]) seen.Add(now);
        var report = await run;
        Assert.Equal((ImportOutcome.Succeeded, new ImportRows(Rows, Rows, 0, 0)), (report.Outcome, report.Rows));
        Assert.Equal((report.Rows, file.Length), (progress.Rows, progress.Bytes));
        Assert.All(seen.Select(s => s.Rows).Distinct(), rows =>
        {
            Assert.True(rows is { Accepted: >= 0, Unchanged: 0, Rejected: 0 }, $"{rows}");
            Assert.Equal(rows.Read, rows.Accepted);
        });
        Assert.Equal(seen.Select(s => s.Bytes).Order(), seen.Select(s => s.Bytes));
        Assert.Equal(seen.Select(s => s.Rows.Read).Order(), seen.Select(s => s.Rows.Read));
    }

    [Theory]
    [InlineData(FileContent.Claims, 0)]
    [InlineData(FileContent.Claims, 0.5)]
    [InlineData(FileContent.Claims, 0.99)]
    [InlineData(FileContent.Entities, 0.5)]
    public async Task An_import_that_is_cancelled_in_the_middle_changes_nothing(FileContent what, double part)
    {
        await using var graph = await Open();
        var (before, version) = (await graph.Held(), await graph.Version());
        var file = what == FileContent.Claims ? Claims() : Entities();
        using var cancel = new CancellationTokenSource();
        var body = new WatchedFile(file, (long)(file.Length * part), cancel.Cancel);
        var options = new ImportOptions { What = what, Mode = ImportMode.Partial };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new Importer(graph.Store).RunAsync("a", options, body, null, new(), cancel.Token));
        Assert.Equal((before, version), (await graph.Held(), await graph.Version()));
        Assert.Null(await graph.Store.GetImportReportAsync("a", default));
        Assert.True(body.CanRead);
        var (report, _) = await graph.Run(file, options);
        Assert.Equal(Rows, report.Rows.Accepted);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_on_from_disk_fails_the_import_and_changes_nothing()
    {
        await using var graph = await Open();
        var before = await graph.Held();
        var body = new WatchedFile(Claims(), 300_000, () => throw new IOException("The disk is gone."));
        var failed = await Assert.ThrowsAsync<IOException>(() => new Importer(graph.Store).RunAsync("a", new(), body, null, new(), default));
        Assert.Equal("The disk is gone.", failed.Message);
        Assert.Equal(before, await graph.Held());
    }

    [Theory]
    [InlineData(ImportMode.Atomic, "supplies,byd,toyota,cell,\u00ff,0.5\n", RowErrorCode.NotUtf8)]
    [InlineData(ImportMode.Partial, "supplies,byd,toyota,cell,\u00ff,0.5\n", RowErrorCode.NotUtf8)]
    [InlineData(ImportMode.Partial, "supplies,byd,toyota,cell,\"open,0.5\n", RowErrorCode.RowTooLong)]
    public async Task A_file_that_is_unreadable_at_row_9000_is_refused_whole(ImportMode mode, string row, string code)
    {
        await using var graph = await Open();
        var before = await graph.Held();
        byte[] file = [.. Claims(8999), .. Encoding.Latin1.GetBytes(row), .. Claims(Rows)[Header.Length..]];
        var (report, _) = await graph.Run(file, new() { Mode = mode });
        var error = Assert.Single(report.Errors);
        Assert.Equal((ImportOutcome.Refused, code, 9001, null), (report.Outcome, error.Code, error.Line, report.Version));
        Assert.InRange(report.Rows.Read, 4000, 8999);
        Assert.Equal(new ImportCreated(0, 0, 0, 0), report.Created);
        Assert.Equal(before, await graph.Held());
    }

    [Theory]
    [InlineData(ImportMode.Atomic)]
    [InlineData(ImportMode.Partial)]
    public async Task Errors_beyond_those_that_the_report_lists_are_all_in_the_rejects(ImportMode mode)
    {
        await using var graph = await Open();
        var rows = Enumerable.Range(1, 9000).Select(i => i % 2 == 0 ? $"supplies,byd,toyota,cell,Publisher {i},0.5\n" : $"supplies,byd,Nobody,cell,P{i},2\n");
        var (report, rejects) = await graph.Run(Header + string.Concat(rows), new() { Mode = mode });
        Assert.Equal(new ImportRows(9000, 4500, 0, 4500), report.Rows);
        Assert.Equal(Limits.MaxKeptRowErrors, report.Errors.Count);
        Assert.Equal(report.Errors.Select(e => e.Row).Order(), report.Errors.Select(e => e.Row));
        var lines = rejects.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4500 + 1, lines.Length);
        for (var i = 1; i < lines.Length; i++) Assert.StartsWith($"supplies,byd,Nobody,cell,P{(2 * i) - 1},2,", lines[i], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_at_once_both_land_each_as_one_version()
    {
        await using var graph = await Open();
        var version = await graph.Version();
        // Each states what the other does not, so that whichever is first both land.
        var reports = await Task.WhenAll(Begin(6000, 0), Begin(6000, 3000));
        Assert.Equal([version + 1, version + 2], reports.Select(r => r.Version!.Value).Order());
        Assert.Equal((9000, 3000), (reports.Sum(r => r.Rows.Accepted), reports.Sum(r => r.Rows.Unchanged)));
        Assert.Equal(9000, (await graph.Store.GetStatisticsAsync(default)).Claims);

        Task<ImportReport> Begin(int rows, int from) => Task.Run(
            () => new Importer(graph.Store).RunAsync($"import from {from}", new(), new MemoryStream(Claims(rows, from)), null, new(), default));
    }
}
