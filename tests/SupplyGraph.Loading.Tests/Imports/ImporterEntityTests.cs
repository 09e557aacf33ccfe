using SupplyGraph.Loading.Imports;
using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests.Imports;

/// <summary>Files of entities.</summary>
public sealed class ImporterEntityTests
{
    [Fact]
    public async Task Companies_may_stand_before_their_countries()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Entities(
            "kind,name,country,iso2\ncompany,Acme,Atlantis,\ncompany,Beta,AX,\ncompany,Gamma,PK,\ncountry,Atlantis,,AX\nregion,Nowhere,,\n");
        Assert.Equal((ImportOutcome.Succeeded, new ImportRows(5, 5, 0, 0), 5L), (report.Outcome, report.Rows, report.Created.Entities));
        foreach (var (id, country) in new[] { ("acme", "atlantis"), ("beta", "atlantis"), ("gamma", "pakistan") })
            Assert.Equal(country, (await graph.Entity(id)).Country);
    }

    [Fact]
    public async Task Columns_that_are_not_given_keep_what_the_graph_has()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var before = await graph.Entity("byd");
        var (report, _) = await graph.Entities("id,kind,name,latitude,longitude\nbyd,company,BYD Auto,22.7,114.3\n");
        Assert.Equal((new ImportRows(1, 1, 0, 0), new ImportChanged(1, 0)), (report.Rows, report.Changed));
        Assert.Equal(before with { Name = "BYD Auto", Latitude = 22.7, Longitude = 114.3 }, await graph.Entity("byd"));
    }

    [Fact]
    public async Task Columns_that_are_given_and_empty_clear_what_the_graph_has()
    {
        await using var graph = await ImportedStore.OpenAsync();
        await graph.Entities("id,kind,name,aliases,country,url,iso2,stage\nbyd,company,BYD,,,,,\nchina,country,China,,,,,\ncell,component,Battery cell,,,,,\n");
        Assert.Equal(new Entity("byd", EntityKind.Company, "BYD"), await graph.Entity("byd"));
        Assert.Equal(new Entity("china", EntityKind.Country, "China") { Iso3 = "CHN" }, await graph.Entity("china"));
        Assert.Equal(new Entity("cell", EntityKind.Component, "Battery cell"), await graph.Entity("cell"));
    }

    [Fact]
    public async Task Of_NDJSON_each_object_says_what_it_gives()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Run(
            """
            {"id":"byd","kind":"company","name":"BYD","url":null}
            {"id":"toyota","kind":"company","name":"Toyota","aliases":["TMC"]}
            {"id":"china","kind":"country","name":"China"}
            """,
            new() { What = FileContent.Entities, Format = FileFormat.Ndjson });
        Assert.Equal(new ImportRows(3, 2, 1, 0), report.Rows);
        Assert.Equal(ImportedStore.World[0] with { Url = null }, await graph.Entity("byd"));
        Assert.Equal(ImportedStore.World[1] with { Aliases = ["TMC"] }, await graph.Entity("toyota"));
    }

    [Theory]
    [InlineData("BYD")]
    [InlineData("B.Y.D.")]
    [InlineData("build your dreams")]
    public async Task A_row_without_id_finds_its_entity_by_name_or_alias_and_renames_nothing(string name)
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Entities($"kind,name,url\ncompany,{name},https://example.org\n");
        Assert.Equal((new ImportRows(1, 1, 0, 0), 0L), (report.Rows, report.Created.Entities));
        Assert.Equal(ImportedStore.World[0] with { Url = "https://example.org" }, await graph.Entity("byd"));
        var (again, _) = await graph.Entities($"kind,name\ncompany,{name}\n");
        Assert.Equal(new ImportRows(1, 0, 1, 0), again.Rows);
    }

    [Fact]
    public async Task A_row_without_id_whose_name_fits_several_or_another_kind_is_refused()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Entities("kind,name\ncompany,Mega\nregion,China\n");
        Assert.Equal(["1 name ambiguous_name", "2 name kind_fixed"], report.Errors.Codes());
        Assert.Contains("mega-conglomerate, mega-motor", report.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entity_twice_is_unchanged_where_both_rows_agree_and_an_error_where_not()
    {
        await using var graph = await ImportedStore.OpenAsync();
        const string file = "id,kind,name,country\nacme,company,Acme,CN\nacme,company,Acme,China\nacme,company,Acme,JP\n";
        var (report, rejects) = await graph.Entities(file, ImportMode.Partial);
        Assert.Equal((new ImportRows(3, 1, 1, 1), 1L), (report.Rows, report.Created.Entities));
        Assert.Equal([3], report.Errors.Select(e => e.Row));
        Assert.Contains("acme,company,Acme,JP,", rejects, StringComparison.Ordinal);
        Assert.Equal("china", (await graph.Entity("acme")).Country);
    }

    [Fact]
    public async Task An_entity_twice_is_judged_alike_however_far_apart_its_rows_stand()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var rows = Enumerable.Range(0, 9000).Select(i => $"region,Region {i},").ToList();
        rows[0] = rows[4500] = "region,Twice,https://example.org/same";
        rows[8999] = "region,Twice,https://example.org/other";
        var (report, _) = await graph.Entities("kind,name,url\n" + string.Join('\n', rows));
        Assert.Equal((ImportOutcome.Refused, new ImportRows(9000, 8998, 1, 1)), (report.Outcome, report.Rows));
        Assert.Equal([9000], report.Errors.Select(e => e.Row));
    }

    [Fact]
    public async Task Every_bad_row_is_counted_once_though_the_file_is_read_twice()
    {
        await using var graph = await ImportedStore.OpenAsync();
        const string file = """
            id,kind,name,country,iso2
            a,company,Acme,Nowhere,
            b,planet,Mars,,
            c,country,Atlantis,,AXX
            d,company,Delta,PK,
            e,company,Toyota,,
            e,company,Toyota,,
            f,company,Foxtrot,asia,

            """;
        var (report, rejects) = await graph.Entities(file, ImportMode.Partial);
        Assert.Equal(new ImportRows(7, 1, 0, 6), report.Rows);
        Assert.Equal([1, 2, 3, 5, 6, 7], report.Errors.Select(e => e.Row).Distinct().Order());
        Assert.Equal(6 + 1, rejects.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("pakistan", (await graph.Entity("d")).Country);
    }

    [Fact]
    public async Task A_company_whose_country_is_a_bad_row_is_bad_too()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Entities("id,kind,name,country\nacme,company,Acme,Atlantis\natlantis,country,Japan,\n", ImportMode.Partial);
        Assert.Equal(new ImportRows(2, 0, 0, 2), report.Rows);
        Assert.Equal(["1 country unknown_entity", "2 name duplicate_name"], report.Errors.Codes().Order());
    }

    [Fact]
    public async Task Entities_load_twice_without_change_and_a_dry_run_tells_the_same()
    {
        await using var graph = await ImportedStore.OpenAsync();
        const string file = "kind,name,country\ncompany,Acme,Atlantis\ncountry,Atlantis,\ncompany,BYD,JP\n";
        var (dry, _) = await graph.Entities(file, dryRun: true);
        var (first, _) = await graph.Entities(file);
        Assert.Equal(ImportReportText.Write(first with { Version = null }), ImportReportText.Write(dry));
        Assert.Equal((new ImportRows(3, 3, 0, 0), new ImportChanged(1, 0), 2L), (first.Rows, first.Changed, first.Created.Entities));
        var (second, _) = await graph.Entities(file);
        Assert.Equal((new ImportRows(3, 0, 3, 0), first.Version), (second.Rows, second.Version));
    }
}
