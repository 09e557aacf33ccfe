using System.Globalization;
using SupplyGraph.Model;

namespace SupplyGraph.Cli.Tests;

public sealed class CommandLineTests
{
    // Port 1 of this machine: whoever asks it is refused at once.
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    private readonly Shell shell = new(Nowhere);

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("imports")]
    [InlineData("import")]
    [InlineData("import", "x.csv", "--what", "relationships")]
    [InlineData("import", "x.csv", "--map", "Supplier")]
    [InlineData("import", "x.csv", "--map", "from=A", "--map", "FROM=B")]
    [InlineData("routes", "--via")]
    [InlineData("suppliers")]
    [InlineData("chokepoints", "--top")]
    [InlineData("hubs")]
    [InlineData("opportunities")]
    [InlineData("routes", "--through", "pakistan")]
    [InlineData("imports", "show")]
    [InlineData("imports", "list", "--limit", "many")]
    [InlineData("export", "--format", "xml")]
    [InlineData("imports", "list", "--server", "graph.example.org")]
    public async Task A_wrong_command_line_says_what_is_wrong_and_ends_in_2(params string[] args)
    {
        var ran = await shell.RunAsync(args);
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Equal("", ran.Out);
        Assert.NotEqual("", ran.Error.Trim());
    }

    [Fact]
    public async Task A_wrong_command_line_points_to_the_help_of_its_command()
    {
        var ran = await shell.RunAsync("imports", "show");
        Assert.Contains("Try 'supplygraph imports show --help'.", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("import")]
    [InlineData("validate")]
    [InlineData("imports")]
    [InlineData("imports", "list")]
    [InlineData("imports", "undo")]
    [InlineData("export")]
    [InlineData("routes")]
    [InlineData("suppliers")]
    [InlineData("customers")]
    [InlineData("chokepoints")]
    [InlineData("concentration")]
    [InlineData("disruptions")]
    [InlineData("hubs")]
    [InlineData("opportunities")]
    [InlineData("entities")]
    [InlineData("entities", "search")]
    public async Task Help_shows_examples_of_the_command_and_every_exit_code(params string[] command)
    {
        var ran = await shell.RunAsync([.. command, "--help"]);
        Assert.Equal(ExitCode.Done, ran.Code);
        var examples = ran.Out[ran.Out.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.Contains(string.Join(' ', ["  supplygraph", .. command]), examples, StringComparison.Ordinal);
        Assert.All((int[])[0, 1, 2, 3, 4, 5, 6, 130], code =>
            Assert.Contains(ran.Lines, line => line.Trim().StartsWith(code.ToString(CultureInfo.InvariantCulture) + "  ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("import", "--dry-run")]
    [InlineData("validate")]
    [InlineData("imports", "list")]
    [InlineData("export", "--what", "entities")]
    [InlineData("routes", "--via", "pakistan")]
    [InlineData("suppliers", "byd")]
    [InlineData("customers", "byd")]
    [InlineData("chokepoints", "--via", "pakistan")]
    [InlineData("concentration", "battery")]
    [InlineData("disruptions", "--without", "china")]
    [InlineData("hubs", "pakistan")]
    [InlineData("opportunities", "pakistan")]
    [InlineData("entities", "search", "byd")]
    public async Task A_server_that_is_not_there_is_named_in_one_line_that_says_how_to_start_one(params string[] command)
    {
        using var folder = new TempFolder();
        string[] file = command[0] is "import" or "validate" ? [folder.Write("claims.csv", "type,from,to\n")] : [];
        var ran = await shell.RunAsync([.. command, .. file]);
        Assert.Equal(ExitCode.Unreachable, ran.Code);
        Assert.Equal("", ran.Out);
        var line = Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("http://127.0.0.1:1 ", line, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project src/SupplyGraph.Api", line, StringComparison.Ordinal);
        Assert.Contains("--server", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_address_the_server_is_looked_for_on_this_machine()
    {
        var ran = await new Shell(Nowhere) { Variables = { ["SUPPLYGRAPH_SERVER"] = "not an address" } }.RunAsync("imports", "list");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("http://localhost:5080", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("validate")]
    public async Task A_missing_file_stops_before_any_file_is_sent(string command)
    {
        using var folder = new TempFolder();
        var ran = await shell.RunAsync(command, folder.Write("claims.csv", "type\n"), folder.At("missing.csv"));
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("missing.csv", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_format_its_name_does_not_tell_needs_format()
    {
        using var folder = new TempFolder();
        var ran = await shell.RunAsync("import", folder.Write("suppliers.txt", "type\n"));
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("--format", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--idempotency-key", "k")]
    [InlineData("--rejects", "a.csv")]
    public async Task What_belongs_to_one_file_is_not_taken_for_two(string option, string value)
    {
        using var folder = new TempFolder();
        string[] files = [folder.Write("a.csv", "type\n"), folder.Write("b.csv", "type\n")];
        var ran = await shell.RunAsync(["import", .. files, option, value == "a.csv" ? files[0] : value]);
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains(option, ran.Error, StringComparison.Ordinal);
        Assert.Equal("type\n", folder.Text("a.csv"));
    }

    [Fact]
    public async Task A_file_larger_than_any_import_is_not_sent()
    {
        using var folder = new TempFolder();
        using (var file = File.Create(folder.At("huge.csv"))) file.SetLength(Limits.MaxImportBytes + 1);
        var ran = await shell.RunAsync("import", folder.At("huge.csv"));
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("huge.csv", ran.Error, StringComparison.Ordinal);
        Assert.Contains("split", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_never_overwrite_the_input()
    {
        using var folder = new TempFolder();
        var file = folder.Write("a.csv", "type\n");
        var ran = await shell.RunAsync("import", file, "--rejects", file);
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("--rejects", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_a_line_of_its_own()
    {
        var ran = await shell.RunAsync("--version");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", ran.Out);
    }
}
