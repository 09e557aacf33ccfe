using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

/// <summary>Several files in one command, and where their rejects go.</summary>
public sealed class SeveralFilesTests : OwnServer
{
    [Fact]
    public async Task Files_are_imported_in_the_order_given()
    {
        var entities = Folder.Write("entities.csv", "kind,name\ncompany,New Cells\n");
        var claims = Folder.Write("claims.csv", Rows.Header + "supplies,New Cells,byd,cell,Dawn,https://example.org/1,0.6\n");
        Assert.Equal(ExitCode.Refused, (await Shell.RunAsync("import", claims, entities)).Code);
        Assert.Equal(ExitCode.Done, (await Shell.RunAsync("import", entities, claims)).Code);
    }

    [Fact]
    public async Task What_was_exported_makes_the_same_graph_in_an_empty_server()
    {
        await using var empty = await LiveServer.StartAsync(new() { ["Seed:Enabled"] = "false" });
        Assert.Equal(ExitCode.Done, (await Shell.RunAsync("export", "--output", Folder.Path)).Code);
        Assert.Equal(ExitCode.Done, (await new Shell(empty.Address).RunAsync("import", Folder.At("entities.csv"), Folder.At("claims.csv"))).Code);
        Assert.Equal(await Server.GetAsync("/v1/export?what=entities"), await empty.GetAsync("/v1/export?what=entities"));
        Assert.Equal(await Server.GetAsync("/v1/export?what=claims"), await empty.GetAsync("/v1/export?what=claims"));
    }

    [Fact]
    public async Task The_first_refused_file_stops_the_rest_which_are_named()
    {
        var ran = await Shell.RunAsync(
            "import", Folder.Write("a.csv", Rows.OneBad), Folder.Write("b.csv", Rows.Good), Folder.Write("c.csv", Rows.Good));
        Assert.Equal(ExitCode.Refused, ran.Code);
        Assert.Contains($"Not imported: {Folder.At("b.csv")}, {Folder.At("c.csv")}.", ran.Error, StringComparison.Ordinal);
        Assert.Single(await ImportsAsync());
    }

    [Fact]
    public async Task With_continue_the_rest_follows_and_the_worst_end_counts()
    {
        var ran = await Shell.RunAsync("import", Folder.Write("a.csv", Rows.OneBad), Folder.Write("b.csv", Rows.Good), "--continue");
        Assert.Equal(ExitCode.Refused, ran.Code);
        Assert.Contains("b.csv: imported.", ran.Out, StringComparison.Ordinal);
        Assert.Equal(["succeeded", "refused"], (await ImportsAsync()).Select(import => import!["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_file_that_landed_in_part_stops_nothing()
    {
        var ran = await Shell.RunAsync("import", Folder.Write("a.csv", Rows.OneBad), Folder.Write("b.csv", Rows.Good), "--partial");
        Assert.Equal(ExitCode.Partly, ran.Code);
        Assert.Contains("b.csv: imported.", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_of_several_files_is_a_line_each()
    {
        var ran = await Shell.RunAsync("import", Folder.Write("a.csv", Rows.Good), Folder.Write("b.csv", Rows.Good), "--json");
        Assert.Equal([2, 0], ran.Lines.Select(line => JsonNode.Parse(line)!["rows"]!["accepted"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Rejects_go_where_they_are_told_to_go()
    {
        var file = Folder.Write("a.csv.gz", Rows.OneBad);
        await Shell.RunAsync("import", file, "--rejects", Folder.At("wrong.csv"));
        Assert.Equal(["a.csv.gz", "wrong.csv"], Folder.Names);
        await Shell.RunAsync("import", file, Folder.Write("b.csv", Rows.OneBad), "--continue", "--rejects", Folder.At("wrong") + "/");
        Assert.Equal(["a.rejects.csv", "b.rejects.csv"], Directory.GetFiles(Folder.At("wrong")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Rejects_that_someone_may_have_mended_are_kept()
    {
        var file = Folder.Write("a.csv", Rows.OneBad);
        Folder.Write("a.rejects.csv", "mended for an hour");
        var ran = await Shell.RunAsync("import", file);
        Assert.Equal("mended for an hour", Folder.Text("a.rejects.csv.bak"));
        Assert.Contains(Rows.Bad, Folder.Text("a.rejects.csv"), StringComparison.Ordinal);
        Assert.Contains("a.rejects.csv.bak", ran.Out, StringComparison.Ordinal);
    }

    private async Task<JsonArray> ImportsAsync() => JsonNode.Parse(await Server.GetAsync("/v1/imports"))!["items"]!.AsArray();
}
