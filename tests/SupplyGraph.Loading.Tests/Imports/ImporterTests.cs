using System.Text;
using System.Text.Json;
using SupplyGraph.Loading.Imports;

namespace SupplyGraph.Loading.Tests.Imports;

/// <summary>What becomes of a file of claims: whole, in part, dry, twice, packed, broken.</summary>
public sealed class ImporterTests
{
    private const string Header = "type,from,to,component,role,publisher,confidence\n";

    private const string Good = Header + """
        supplies,BYD,Toyota,Battery cell,,Reuters,0.7
        operates_in,byd,PK,pack,assembly,Dawn,0.5
        supplies,byd,toyota,cell,,Nikkei,0.7

        """;

    /// <summary>Rows 2, 4 and 5 are bad, each in another place: of names, of fields, and of the store.</summary>
    private const string Mixed = Header + """
        supplies,BYD,Toyota,Battery cell,,Reuters,0.7
        supplies,Nobody,Toyota,Battery cell,,Reuters,0.7
        part_of,cell,pack,,,Reuters,0.7
        supplies,BYD,Toyota,Battery cell,,Reuters,85
        part_of,pack,cell,,,Reuters,0.7
        supplies,BYD,Toyota,Battery cell,,Nikkei,0.7

        """;

    [Fact]
    public async Task One_bad_row_of_an_atomic_import_changes_nothing_and_every_bad_row_is_told()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (before, version) = (await graph.Held(), await graph.Version());
        var (report, rejects) = await graph.Claims(Mixed);
        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Equal(["2 from unknown_entity", "4 confidence out_of_range", "5 to taxonomy_cycle"], report.Errors.Codes());
        Assert.Equal(new ImportRows(6, 3, 0, 3), report.Rows);
        Assert.Equal((new ImportCreated(0, 0, 0, 0), new ImportChanged(0, 0), null), (report.Created, report.Changed, report.Version));
        Assert.Equal((before, version), (await graph.Held(), await graph.Version()));
        Assert.Null(await graph.Store.GetImportReportAsync(graph.Latest, default));
        Assert.Equal(1 + 3, rejects.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_partial_import_lands_the_good_rows_and_gives_the_bad_ones_back()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var version = await graph.Version();
        var (report, rejects) = await graph.Claims(Mixed, ImportMode.Partial);
        Assert.Equal(ImportOutcome.Succeeded, report.Outcome);
        Assert.Equal((new ImportRows(6, 3, 0, 3), version + 1), (report.Rows, report.Version));
        Assert.Equal(new ImportCreated(0, 3, 2, 2), report.Created);
        Assert.Equal(["part_of~cell~pack~~", "supplies~byd~toyota~cell~"], await graph.Relationships());
        var lines = rejects.Split('\n');
        Assert.Equal(Header.TrimEnd() + ",error_column,error_code,error_message", lines[0]);
        Assert.StartsWith("supplies,Nobody,Toyota,Battery cell,,Reuters,0.7,from,unknown_entity,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("supplies,BYD,Toyota,Battery cell,,Reuters,85,confidence,out_of_range,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("part_of,pack,cell,,,Reuters,0.7,to,taxonomy_cycle,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partial_import_of_bad_rows_only_makes_no_version()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var version = await graph.Version();
        var (report, _) = await graph.Claims(Header + "supplies,Nobody,byd,cell,,Reuters,1\n", ImportMode.Partial);
        Assert.Equal((ImportOutcome.Succeeded, new ImportRows(1, 0, 0, 1)), (report.Outcome, report.Rows));
        Assert.Equal(version, await graph.Version());
    }

    [Theory]
    [InlineData(ImportMode.Atomic, Good)]
    [InlineData(ImportMode.Atomic, Mixed)]
    [InlineData(ImportMode.Partial, Mixed)]
    public async Task A_dry_run_tells_what_the_run_would_and_changes_nothing(ImportMode mode, string file)
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (before, version) = (await graph.Held(), await graph.Version());
        var (dry, dryRejects) = await graph.Claims(file, mode, dryRun: true);
        Assert.Equal((before, version), (await graph.Held(), await graph.Version()));
        Assert.Null(dry.Version);
        Assert.Null(await graph.Store.GetImportReportAsync(graph.Latest, default));
        var (run, rejects) = await graph.Claims(file, mode);
        Assert.Equal(ImportReportText.Write(run with { Version = null }), ImportReportText.Write(dry));
        Assert.Equal(rejects, dryRejects);
    }

    [Fact]
    public async Task The_report_that_the_graph_keeps_is_the_one_that_was_given()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Claims(Mixed, ImportMode.Partial);
        var kept = await graph.Store.GetImportReportAsync(graph.Latest, default);
        Assert.Equal(ImportReportText.Write(report), kept);
        Assert.Equal(kept, ImportReportText.Write(ImportReportText.Read(kept!)));
        Assert.Equal((report.Rows, report.Delimiter, 3), (ImportReportText.Read(kept!).Rows, ImportReportText.Read(kept!).Delimiter, report.Errors.Count));
    }

    [Fact]
    public async Task A_file_twice_is_unchanged_the_second_time()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (first, _) = await graph.Claims(Good);
        Assert.Equal((new ImportRows(3, 3, 0, 0), new ImportCreated(0, 3, 2, 3)), (first.Rows, first.Created));
        var (second, rejects) = await graph.Claims(Good);
        Assert.Equal((new ImportRows(3, 0, 3, 0), new ImportCreated(0, 0, 0, 0), first.Version), (second.Rows, second.Created, second.Version));
        Assert.Equal(first.Version, await graph.Version());
        Assert.Empty(rejects);
    }

    [Fact]
    public async Task Another_confidence_is_a_change_and_a_repeated_row_is_none()
    {
        await using var graph = await ImportedStore.OpenAsync();
        await graph.Claims(Good);
        var (report, _) = await graph.Claims(Good.Replace("Reuters,0.7", "Reuters,0.9", StringComparison.Ordinal) + "supplies,BYD,Toyota,cell,,Reuters,0.9\n");
        Assert.Equal((new ImportRows(4, 1, 3, 0), new ImportChanged(0, 1), new ImportCreated(0, 0, 0, 0)), (report.Rows, report.Changed, report.Created));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public async Task A_file_without_a_header_is_refused(string file)
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, rejects) = await graph.Claims(file, ImportMode.Partial);
        Assert.Equal((ImportOutcome.Refused, new ImportRows(0, 0, 0, 0)), (report.Outcome, report.Rows));
        Assert.NotEmpty(report.Errors);
        Assert.Empty(rejects);
    }

    [Fact]
    public async Task NDJSON_and_CSV_of_the_same_claims_make_the_same_graph()
    {
        await using var csv = await ImportedStore.OpenAsync();
        await using var ndjson = await ImportedStore.OpenAsync();
        await csv.Claims(Good);
        var lines = string.Join('\n', Good.TrimEnd().Split('\n')[1..].Select(Json));
        var (report, _) = await ndjson.Run(lines, new() { Format = FileFormat.Ndjson });
        Assert.Equal((ImportOutcome.Succeeded, 3), (report.Outcome, report.Rows.Accepted));
        Assert.Equal((null, "confidence"), (report.Delimiter, report.Columns[^1].Column));
        Assert.Equal(await csv.Held(), await ndjson.Held());

        static string Json(string row) =>
            JsonSerializer.Serialize(Header.TrimEnd().Split(',').Zip(row.Split(',')).ToDictionary(field => field.First, field => field.Second));
    }

    [Fact]
    public async Task A_gzip_file_loads_as_what_is_packed_in_it()
    {
        await using var plain = await ImportedStore.OpenAsync();
        await using var packed = await ImportedStore.OpenAsync();
        await plain.Claims(Good);
        var (report, _) = await packed.Run(ImportedStore.Gzip(Good), new() { Gzip = true });
        Assert.Equal((ImportOutcome.Succeeded, 3), (report.Outcome, report.Rows.Accepted));
        Assert.Equal(await plain.Held(), await packed.Held());
    }

    [Theory]
    [InlineData(0.5, ImportMode.Atomic)]
    [InlineData(0.5, ImportMode.Partial)]
    [InlineData(0.999, ImportMode.Partial)]
    public async Task A_gzip_file_that_breaks_off_is_refused_whole(double part, ImportMode mode)
    {
        await using var graph = await ImportedStore.OpenAsync();
        var before = await graph.Held();
        var rows = string.Concat(Enumerable.Range(0, 9000).Select(i => $"supplies,byd,toyota,cell,,Publisher {i * 7919},0.5\n"));
        var packed = ImportedStore.Gzip(Header + rows);
        var (report, _) = await graph.Run(packed[..(int)(packed.Length * part)], new() { Gzip = true, Mode = mode });
        Assert.Equal((ImportOutcome.Refused, RowErrorCode.Unreadable), (report.Outcome, report.Errors[^1].Code));
        Assert.Equal(before, await graph.Held());
    }

    [Fact]
    public async Task What_is_no_gzip_is_refused()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Run(Good, new() { Gzip = true });
        Assert.Equal((ImportOutcome.Refused, RowErrorCode.Unreadable), (report.Outcome, Assert.Single(report.Errors).Code));
    }

    [Theory]
    [InlineData(ImportMode.Atomic)]
    [InlineData(ImportMode.Partial)]
    public async Task A_file_that_is_not_UTF8_is_refused_with_the_offset_of_the_byte(ImportMode mode)
    {
        await using var graph = await ImportedStore.OpenAsync();
        var before = await graph.Held();
        var latin = Encoding.Latin1.GetBytes(Good.Replace("Dawn", "Dawné", StringComparison.Ordinal));
        var offset = Array.IndexOf(latin, (byte)0xE9);
        var (report, _) = await graph.Run(latin, new() { Mode = mode });
        var error = Assert.Single(report.Errors);
        Assert.Equal((ImportOutcome.Refused, RowErrorCode.NotUtf8, 3), (report.Outcome, error.Code, error.Line));
        Assert.Contains($"{offset}", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await graph.Held());
    }
}
