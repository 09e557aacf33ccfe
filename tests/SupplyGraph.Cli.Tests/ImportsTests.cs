using System.Text.Json.Nodes;

namespace SupplyGraph.Cli.Tests;

/// <summary>The imports that a server knows.</summary>
public sealed class ImportsTests : OwnServer
{
    [Fact]
    public async Task Imports_are_listed_newest_first_and_by_state()
    {
        Assert.Equal("No imports.\n", (await Shell.RunAsync("imports", "list")).Out);
        var good = await ImportAsync(Rows.Good);
        var bad = await ImportAsync(Rows.OneBad);
        var all = await Shell.RunAsync("imports", "list");
        Assert.Equal([bad, good], all.Lines.Skip(2).Select(line => line.Trim().Split(' ')[0]));
        var refused = await Shell.RunAsync("imports", "list", "--state", "refused");
        Assert.Matches($@"^\s*{bad}\s+refused\s+claims\s+atomic\s+3\s+0\s+2\s+1$", Assert.Single(refused.Lines.Skip(2)));
        Assert.Contains("There are more", (await Shell.RunAsync("imports", "list", "--limit", "1")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_is_shown_as_it_was_when_it_ended()
    {
        var import = await ImportAsync(Rows.OneBad);
        var ran = await Shell.RunAsync("imports", "show", import);
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains("refused", ran.Out, StringComparison.Ordinal);
        Assert.Equal("3 read: 2 accepted, 0 unchanged, 1 rejected", ran.Fact("rows"));
        Assert.Contains("percentage", ran.Out, StringComparison.Ordinal);
        Assert.Equal(await Server.GetAsync($"/v1/imports/{import}") + "\n", (await Shell.RunAsync("imports", "show", import, "--json")).Out);
    }

    [Fact]
    public async Task Undoing_an_import_counts_what_it_removed_and_the_graph_is_as_before()
    {
        var before = await Server.GetAsync("/v1/export");
        var import = await ImportAsync(Rows.Good);
        Assert.NotEqual(before, await Server.GetAsync("/v1/export"));
        var ran = await Shell.RunAsync("imports", "undo", import);
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal("2 removed", ran.Fact("claims"));
        Assert.Equal("2 removed", ran.Fact("relationships"));
        Assert.Equal(before, await Server.GetAsync("/v1/export"));
    }

    [Fact]
    public async Task What_is_finished_cannot_be_cancelled()
    {
        var ran = await Shell.RunAsync("imports", "cancel", await ImportAsync(Rows.Good));
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.NotEqual("", ran.Error);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("cancel")]
    [InlineData("undo")]
    public async Task An_unknown_import_is_not_found(string command)
    {
        var ran = await Shell.RunAsync("imports", command, "20200101-000000-000000");
        Assert.Equal(ExitCode.NotFound, ran.Code);
        Assert.Contains("20200101-000000-000000", ran.Error, StringComparison.Ordinal);
    }

    private async Task<string> ImportAsync(string rows)
    {
        var ran = await Shell.RunAsync("import", Folder.Write("claims.csv", rows), "--json");
        return JsonNode.Parse(ran.Out)!["id"]!.GetValue<string>();
    }
}
