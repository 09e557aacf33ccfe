using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

public sealed class ImportTests : OwnServer
{
    [Fact]
    public async Task Good_rows_land_and_the_summary_counts_them()
    {
        var ran = await Shell.RunAsync("import", Folder.Write("claims.csv", Rows.Good));
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains("claims.csv: imported.", ran.Out, StringComparison.Ordinal);
        Assert.Equal("2 read: 2 accepted, 0 unchanged, 0 rejected", ran.Fact("rows"));
        Assert.Equal("0 entities, 2 claims, 2 relationships, 2 sources", ran.Fact("created"));
        Assert.Equal("type, from, to, component, publisher, source_url, confidence", ran.Fact("columns"));
        Assert.Equal(2, await ClaimsOfAsync(ran));
        Assert.Equal(["claims.csv"], Folder.Names);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var file = Folder.Write("claims.csv", Rows.Good);
        await Shell.RunAsync("import", file);
        var again = await Shell.RunAsync("import", file);
        Assert.Equal(ExitCode.Done, again.Code);
        Assert.Equal("2 read: 0 accepted, 2 unchanged, 0 rejected", again.Fact("rows"));
    }

    [Fact]
    public async Task A_bad_row_refuses_the_file_and_comes_back_beside_it_with_its_reason()
    {
        var before = await Server.GetAsync("/v1/export");
        var ran = await Shell.RunAsync("import", Folder.Write("claims.csv", Rows.OneBad));
        Assert.Equal(ExitCode.Refused, ran.Code);
        Assert.Contains("nothing was changed", ran.Out, StringComparison.Ordinal);
        Assert.Contains("percentage", ran.Out, StringComparison.Ordinal);
        Assert.Contains(Folder.At("claims.rejects.csv"), ran.Out, StringComparison.Ordinal);
        Assert.Equal(["claims.csv", "claims.rejects.csv"], Folder.Names);
        var rejects = Folder.Text("claims.rejects.csv").TrimEnd().Split('\n');
        Assert.Equal(2, rejects.Length);
        Assert.EndsWith("error_column,error_code,error_message", rejects[0].TrimEnd(), StringComparison.Ordinal);
        Assert.StartsWith(Rows.Bad, rejects[1], StringComparison.Ordinal);
        Assert.Equal(before, await Server.GetAsync("/v1/export"));
    }

    [Fact]
    public async Task In_part_the_good_rows_land_and_the_mended_rejects_follow()
    {
        var ran = await Shell.RunAsync("import", Folder.Write("claims.csv", Rows.OneBad), "--partial");
        Assert.Equal(ExitCode.Partly, ran.Code);
        Assert.Contains("landed in part", ran.Out, StringComparison.Ordinal);
        Assert.Equal("3 read: 2 accepted, 0 unchanged, 1 rejected", ran.Fact("rows"));
        Folder.Write("claims.rejects.csv", Folder.Text("claims.rejects.csv").Replace(",85,", ",0.85,", StringComparison.Ordinal));

        var mended = await Shell.RunAsync("import", Folder.At("claims.rejects.csv"));
        Assert.Equal(ExitCode.Done, mended.Code);
        Assert.Equal("1 read: 1 accepted, 0 unchanged, 0 rejected", mended.Fact("rows"));
    }

    [Theory]
    [InlineData("validate", "")]
    [InlineData("import", "--dry-run")]
    public async Task Validating_gives_the_report_and_changes_nothing(string command, string option)
    {
        var before = await Server.GetAsync("/v1/export");
        string[] options = option.Length > 0 ? [option] : [];
        var good = await Shell.RunAsync([command, Folder.Write("good.csv", Rows.Good), .. options]);
        Assert.Equal(ExitCode.Done, good.Code);
        Assert.Contains("good; nothing was changed", good.Out, StringComparison.Ordinal);
        Assert.Equal("0 entities, 2 claims, 2 relationships, 2 sources", good.Fact("would create"));
        var bad = await Shell.RunAsync([command, Folder.Write("bad.csv", Rows.OneBad), .. options]);
        Assert.Equal(ExitCode.Refused, bad.Code);
        Assert.Equal("3 read: 2 accepted, 0 unchanged, 1 rejected", bad.Fact("rows"));
        Assert.Equal(before, await Server.GetAsync("/v1/export"));
    }

    [Fact]
    public async Task A_foreign_file_loads_unchanged_and_its_columns_are_named()
    {
        const string Foreign = "Supplier;Customer;Part;Notes\nNew Cells;BYD;cell;first\nGotion;New Cars;cell;second\n";
        var ran = await Shell.RunAsync(
            "import", Folder.Write("suppliers.csv", Foreign), "--map", "from=Supplier", "--map", "to=Customer", "--map", "component=Part", "--default",
            "type=supplies", "--default", "from_kind=company", "--default", "to_kind=company", "--default", "publisher=Our = purchasing",
            "--ignore-unknown-columns");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal("2 entities, 2 claims, 2 relationships, 1 source", ran.Fact("created"));
        Assert.Contains("from ← 'Supplier'", ran.Fact("columns"), StringComparison.Ordinal);
        Assert.Contains("publisher = 'Our = purchasing'", ran.Fact("columns"), StringComparison.Ordinal);
        Assert.Equal("Notes", ran.Fact("ignored"));
        Assert.Equal(";", ran.Fact("delimiter"));
    }

    [Theory]
    [InlineData("claims.csv")]
    [InlineData("claims.csv.gz")]
    [InlineData("claims.tsv")]
    [InlineData("claims.tsv.gz")]
    [InlineData("claims.ndjson")]
    [InlineData("claims.jsonl")]
    [InlineData("claims.jsonl.gz")]
    [InlineData("claims.txt", "--format", "csv")]
    [InlineData("claims.data", "--format", "csv", "--delimiter", "comma")]
    public async Task Files_of_every_format_are_told_apart_by_their_names(string name, params string[] options)
    {
        var text = name.Contains("json", StringComparison.Ordinal) ? Rows.GoodNdjson
            : name.Contains("tsv", StringComparison.Ordinal) ? Rows.Good.Replace(',', '\t')
            : Rows.Good;
        var ran = await Shell.RunAsync(["import", Folder.Write(name, text), .. options]);
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal("2 read: 2 accepted, 0 unchanged, 0 rejected", ran.Fact("rows"));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("csv.gz")]
    [InlineData("ndjson")]
    public async Task Standard_input_is_told_apart_by_its_beginning(string format)
    {
        var name = Folder.Write($"rows.{format}", format == "ndjson" ? Rows.GoodNdjson : Rows.Good);
        await using var input = File.OpenRead(name);
        var ran = await new Shell(Server.Address) { In = input }.RunAsync("import", "-");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains("standard input: imported.", ran.Out, StringComparison.Ordinal);
        Assert.Equal("2 read: 2 accepted, 0 unchanged, 0 rejected", ran.Fact("rows"));
    }

    [Theory]
    [InlineData("Entities-of-May.csv")]
    [InlineData("companies.csv")]
    [InlineData("claims.csv", "--what", "entities")]
    [InlineData("companies.ndjson")]
    public async Task Entities_are_told_by_name_by_header_or_by_option(string name, params string[] options)
    {
        var text = name.EndsWith("ndjson", StringComparison.Ordinal) ? "{\"kind\":\"company\",\"name\":\"New Cells\"}\n" : "kind,name\ncompany,New Cells\n";
        var ran = await Shell.RunAsync(["import", Folder.Write(name, text), .. options]);
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal("1 entity, 0 claims, 0 relationships, 0 sources", ran.Fact("created"));
    }

    [Fact]
    public async Task A_key_that_was_used_gives_the_same_import_and_for_another_file_a_refusal()
    {
        var file = Folder.Write("claims.csv", Rows.Good);
        var first = await Shell.RunAsync("import", file, "--idempotency-key", "monday");
        var second = await Shell.RunAsync("import", file, "--idempotency-key", "monday");
        Assert.Equal(ExitCode.Done, second.Code);
        Assert.Equal(first.Fact("import"), second.Fact("import"));
        var third = await Shell.RunAsync("import", Folder.Write("claims.csv", Rows.OneBad), "--idempotency-key", "monday");
        Assert.Equal(ExitCode.Usage, third.Code);
    }

    [Fact]
    public async Task Json_is_the_finished_import_and_progress_goes_to_standard_error()
    {
        var ran = await Shell.RunAsync("import", Folder.Write("claims.csv", Rows.OneBad), "--json");
        Assert.Equal(ExitCode.Refused, ran.Code);
        var import = JsonNode.Parse(ran.Out)!;
        Assert.Equal("refused", import["state"]!.GetValue<string>());
        Assert.Equal(await Server.GetAsync($"/v1/imports/{import["id"]}") + "\n", ran.Out);
        Assert.Contains("nothing was changed", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_mapping_names_the_columns_that_there_are()
    {
        var ran = await Shell.RunAsync("import", Folder.Write("claims.csv", Rows.Good), "--map", "supplier=Supplier");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("map.supplier", ran.Error, StringComparison.Ordinal);
        Assert.Contains("source_url", ran.Error, StringComparison.Ordinal);
    }

    private async Task<int> ClaimsOfAsync(Ran ran) =>
        JsonNode.Parse(await Server.GetAsync($"/v1/claims?import={ran.Fact("import").Split(',')[0]}"))!["items"]!.AsArray().Count;
}
