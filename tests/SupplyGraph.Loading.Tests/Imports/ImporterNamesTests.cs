using SupplyGraph.Loading.Imports;

namespace SupplyGraph.Loading.Tests.Imports;

/// <summary>How the rows of an import name entities, and create them.</summary>
public sealed class ImporterNamesTests
{
    private const string Header = "type,from,from_kind,from_country,to,to_kind,component,component_kind,role,publisher\n";

    [Fact]
    public async Task Two_spellings_of_one_name_are_one_entity_that_is_created_once()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Claims(Header + """
            supplies,Éclair Cells,company,PK,BYD,,Solid cell,component,,Reuters
            supplies,ECLAIR-CELLS,company,,Build your dreams,,solid-cell,,,Dawn
            supplies,eclair cells,,,toyota,,SOLID CELL,component,,Dawn

            """);
        Assert.Equal((new ImportRows(3, 3, 0, 0), 2L), (report.Rows, report.Created.Entities));
        Assert.Equal(["supplies~eclair-cells~byd~solid-cell~", "supplies~eclair-cells~toyota~solid-cell~"], await graph.Relationships());
        var cells = await graph.Entity("eclair-cells");
        Assert.Equal(("Éclair Cells", "pakistan"), (cells.Name, cells.Country));
    }

    [Fact]
    public async Task A_name_that_fits_two_entities_is_an_error_that_lists_them()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Claims(Header + "owns,byd,,,Mega,,,,,Reuters\n");
        var error = Assert.Single(report.Errors);
        Assert.Equal(("to", RowErrorCode.AmbiguousName, "Mega"), (error.Column, error.Code, error.Value));
        Assert.Contains("mega-conglomerate", error.Message, StringComparison.Ordinal);
        Assert.Contains("mega-motor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_tells_two_entities_of_one_name_apart()
    {
        await using var graph = await ImportedStore.OpenAsync();
        const string rows = "connects,Georgia.,corridor,,china,,,,,Reuters\nheadquartered_in,byd,,,Georgia.,country,,,,Reuters\n";
        var kindless = rows.Replace("corridor", "", StringComparison.Ordinal).Replace("country", "", StringComparison.Ordinal);
        var (ambiguous, _) = await graph.Claims(Header + kindless);
        Assert.Equal(["1 from ambiguous_name", "2 to ambiguous_name"], ambiguous.Errors.Codes());
        var (report, _) = await graph.Claims(Header + rows);
        Assert.Equal(ImportOutcome.Succeeded, report.Outcome);
        Assert.Equal(["connects~georgia-corridor~china~~", "headquartered_in~byd~georgia~~"], await graph.Relationships());
    }

    [Fact]
    public async Task An_unknown_name_without_a_kind_is_an_error_that_offers_near_ones()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Claims(Header + "operates_in,Toyotta,,,Pakstan,,cell,,assembly,Reuters\n");
        Assert.Equal(["1 from unknown_entity", "1 to unknown_entity"], report.Errors.Codes());
        Assert.Contains("toyota (company Toyota)", report.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("pakistan (country Pakistan)", report.Errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_whose_id_is_taken_says_by_whom_and_how_to_mean_that_one()
    {
        await using var graph = await ImportedStore.OpenAsync();
        await graph.Entities("id,kind,name\nacme,company,Acme Holding\n");
        var (report, _) = await graph.Claims(Header + "owns,ACME!,company,,byd,,,,,Reuters\nowns,Toyota,country,,byd,,,,,Reuters\n");
        Assert.Equal(["1 from kind_fixed", "2 from kind_fixed"], report.Errors.Codes());
        Assert.Contains("company 'Acme Holding'; if the row means that one, write its id", report.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("company 'Toyota'; a new country needs another name", report.Errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_an_error_creates_nothing_for_the_rows_after_it()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (report, _) = await graph.Run(
            Header + "supplies,Acme,company,,Nobody,,cell,,,Reuters\nsupplies,Acme,,,byd,,cell,,,Reuters\nsupplies,Beta,company,,byd,,cell,,,Reuters\n",
            new() { Mode = ImportMode.Partial });
        Assert.Equal(["1 to unknown_entity", "2 from unknown_entity"], report.Errors.Codes());
        Assert.Equal(["supplies~beta~byd~cell~"], await graph.Relationships());
        Assert.Empty(await graph.Store.GetEntitiesAsync(["acme"], default));
    }

    [Fact]
    public async Task An_entity_is_created_once_however_far_apart_its_rows_stand()
    {
        await using var graph = await ImportedStore.OpenAsync();
        // Batches hold some 4,000 rows.
        var rows = Enumerable.Range(0, 13_000).Select(i => i % 4500 == 0
            ? $"supplies,{(i == 0 ? "Far Away Cells" : "far-away  CELLS")},company,CN,byd,,cell,,,Publisher {i}"
            : $"supplies,toyota,,,byd,,cell,,,Publisher {i}");
        var (report, _) = await graph.Claims(Header + string.Join('\n', rows));
        Assert.Equal((new ImportRows(13_000, 13_000, 0, 0), 1L, 2L), (report.Rows, report.Created.Entities, report.Created.Relationships));
        var claims = (await graph.Store.ListClaimsAsync(new() { Relationship = "supplies~far-away-cells~byd~cell~" }, new(), default)).Items;
        Assert.Equal(["Publisher 0", "Publisher 4500", "Publisher 9000"], claims.Select(c => c.Publisher));
    }

    [Fact]
    public async Task A_cycle_that_closes_batches_later_is_told_at_the_row_that_closes_it()
    {
        await using var graph = await ImportedStore.OpenAsync();
        var (before, between) = (await graph.Held(), Enumerable.Range(0, 9000).Select(i => $"supplies,toyota,,,byd,,cell,,,Publisher {i}"));
        var (report, rejects) = await graph.Claims(
            Header + string.Join('\n', ["part_of,cell,,,pack,,,,,Reuters", .. between, "kind_of,pack,,,cell,,,,,Reuters"]));
        Assert.Equal((ImportOutcome.Refused, new ImportRows(9002, 9001, 0, 1)), (report.Outcome, report.Rows));
        Assert.Equal(["9002 to taxonomy_cycle"], report.Errors.Codes());
        Assert.Equal(9003, Assert.Single(report.Errors).Line);
        Assert.Contains("\nkind_of,pack,", rejects, StringComparison.Ordinal);
        Assert.Equal(before, await graph.Held());
    }
}
