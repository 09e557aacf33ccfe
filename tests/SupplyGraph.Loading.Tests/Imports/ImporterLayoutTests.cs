using SupplyGraph.Loading.Imports;

namespace SupplyGraph.Loading.Tests.Imports;

/// <summary>Foreign files, and rejects that are mended and loaded again.</summary>
public sealed class ImporterLayoutTests
{
    private const string Foreign = """
        Supplier;Supplier Country;Customer;Part;Share of voice;Notes
        Éclair Cells;PK;Toyota;Battery cell;0.5;first
        "eclair; cells";PK;Toyota;Battery cell;0.5;another
        Acme, Inc.;Pakistan;BYD;Battery pack;;"with
        a new line"
        byd;China;Éclair  cells;Cover;1;creates a part

        """;

    private static ImportOptions Options { get; } = new()
    {
        Layout = new()
        {
            Map = new Dictionary<string, string>
            {
                ["from"] = "Supplier",
                ["from_country"] = "supplier country",
                ["to"] = "Customer",
                ["component"] = "Part",
                ["confidence"] = "Share of voice",
            },
            Defaults = new Dictionary<string, string>
            {
                ["type"] = "supplies",
                ["from_kind"] = "company",
                ["to_kind"] = "company",
                ["component_kind"] = "component",
                ["publisher"] = "Our own survey",
                ["confidence"] = "0.3",
            },
            IgnoreUnknownColumns = true,
        },
    };

    [Fact]
    public async Task A_foreign_file_loads_unchanged_and_the_report_says_how_it_was_understood()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, rejects) = await graph.Run(Foreign, Options);
        Assert.Equal((ImportOutcome.Succeeded, new ImportRows(4, 3, 1, 0), ';'), (report.Outcome, report.Rows, report.Delimiter));
        Assert.Empty(rejects);
        Assert.Equal(new ImportCreated(3, 3, 3, 1), report.Created);
        Assert.Equal(["Notes"], report.IgnoredColumns);
        Assert.Equal(
            [
                new("type", null, "supplies"), new("from", "Supplier", null), new("to", "Customer", null), new("component", "Part", null),
                new("publisher", null, "Our own survey"), new("confidence", "Share of voice", "0.3"), new("from_kind", null, "company"),
                new("from_country", "Supplier Country", null), new("to_kind", null, "company"), new UnderstoodColumn("component_kind", null, "component"),
            ],
            report.Columns);
        Assert.Equal(
            [
                "supplies~acme-inc~byd~pack~", "supplies~byd~eclair-cells~cover~", "supplies~eclair-cells~toyota~cell~",
            ],
            await graph.Relationships());
        Assert.Equal("pakistan", (await graph.Entity("acme-inc")).Country);
        Assert.Equal(0.3, (await graph.Store.GetRelationshipsAsync(["supplies~acme-inc~byd~pack~"], default)).Values.Single().Confidence);
    }

    [Theory]
    [InlineData(ImportMode.Atomic)]
    [InlineData(ImportMode.Partial)]
    public async Task Unknown_columns_refuse_the_file_unless_they_are_to_be_ignored(ImportMode mode)
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, rejects) = await graph.Run(Foreign, Options with { Mode = mode, Layout = Options.Layout with { IgnoreUnknownColumns = false } });
        Assert.Equal((ImportOutcome.Refused, 0L), (report.Outcome, report.Rows.Read));
        Assert.Equal(["0 Notes unknown_column"], report.Errors.Codes());
        Assert.Equal("Supplier", report.Columns.Single(c => c.Column == "from").Header);
        Assert.Empty(rejects);
    }

    [Theory]
    [InlineData("from=Suplier", "missing_column")]
    [InlineData("form=Supplier", "unknown_column")]
    public async Task A_map_that_fits_nothing_refuses_the_file(string map, string code)
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (column, header) = (map.Split('=')[0], map.Split('=')[1]);
        var (report, _) = await graph.Run(
            Foreign, Options with { Layout = Options.Layout with { Map = new Dictionary<string, string>(Options.Layout.Map) { [column] = header } } });
        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Contains(report.Errors, e => e.Code == code);
    }

    [Fact]
    public async Task Rejects_that_are_mended_and_loaded_again_make_up_for_the_bad_rows()
    {
        await using var clean = await ImportedStore.OpenAsync();
        await clean.Run(Foreign, Options);
        await using var graph = await ImportedStore.OpenAsync();
        var spoiled = Foreign.Replace("BYD;Battery pack", "BYDD;Battery pack", StringComparison.Ordinal)
            .Replace("Cover;1;", "Cover;100;", StringComparison.Ordinal).Replace("\"with", "\"\"\"with\"\"", StringComparison.Ordinal);
        var options = Options with { Mode = ImportMode.Partial, Layout = Options.Layout with { Defaults = WithoutToKind } };
        var (report, rejects) = await graph.Run(spoiled, options);
        Assert.Equal(new ImportRows(4, 1, 1, 2), report.Rows);
        // Mended in part: the row that is still bad comes back once more, its old errors replaced.
        var (again, still) = await graph.Run(rejects.Replace("BYDD;", "BYD;", StringComparison.Ordinal), options);
        Assert.Equal(new ImportRows(2, 1, 0, 1), again.Rows);
        Assert.Equal(1, still.Split('\n')[0].Split("error_code").Length - 1);
        Assert.Equal(2, still.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var (last, none) = await graph.Run(still.Replace(";100;", ";1;", StringComparison.Ordinal), options);
        Assert.Equal((new ImportRows(1, 1, 0, 0), ""), (last.Rows, none));
        Assert.Equal(await clean.Held(), await graph.Held());
    }

    // Without it an unknown customer is an error rather than a new company.
    private static Dictionary<string, string> WithoutToKind =>
        Options.Layout.Defaults.Where(d => d.Key != "to_kind").ToDictionary(d => d.Key, d => d.Value);

    [Fact]
    public async Task Rejects_of_NDJSON_are_a_CSV_file_that_loads()
    {
        await using var graph = await ImportedStore.OpenAsync();
        const string file = """
            {"type":"supplies","from":"byd","to":"toyota","component":"cell","publisher":"P, \"Q\"","confidence":85}
            {"type":"supplies","from":"byd","to":"toyota","component":"cell","publisher":"R"}
            {"type":"supplies",
            """;
        var (report, rejects) = await graph.Run(file, new() { Format = FileFormat.Ndjson, Mode = ImportMode.Partial });
        Assert.Equal((new ImportRows(3, 1, 0, 2), "malformed"), (report.Rows, report.Errors[^1].Code));
        var lines = rejects.Split('\n');
        var (again, _) = await graph.Run(string.Join('\n', lines[..2]).Replace(",85,", ",0.85,", StringComparison.Ordinal), new());
        Assert.Equal((ImportOutcome.Succeeded, new ImportRows(1, 1, 0, 0)), (again.Outcome, again.Rows));
        var claim = Assert.Single((await graph.Store.ListClaimsAsync(new() { Import = graph.Latest }, new(), default)).Items);
        Assert.Equal(("P, \"Q\"", 0.85), (claim.Publisher, claim.Confidence));
    }
}
