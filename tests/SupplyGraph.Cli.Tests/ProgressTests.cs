namespace SupplyGraph.Cli.Tests;

/// <summary>What is seen of an import while it runs.</summary>
public sealed class ProgressTests : OwnServer
{
    private const char Escape = '\u001b';
    private const string HideCursor = "\u001b[?25l", ShowCursor = "\u001b[?25h";

    [Fact]
    public async Task A_terminal_gets_a_bar_for_the_upload_and_one_for_the_rows_and_its_cursor_back()
    {
        var ran = await new Shell(Server.Address) { IsTerminal = true }.RunAsync("import", Folder.Write("claims [new].csv", Rows.Many(3000)));
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains(HideCursor, ran.Out, StringComparison.Ordinal);
        Assert.Contains("claims [new].csv: ", ran.Out, StringComparison.Ordinal);
        Assert.Contains(" uploaded", ran.Out, StringComparison.Ordinal);
        Assert.Contains("━", ran.Out, StringComparison.Ordinal);
        Assert.Contains("%", ran.Out, StringComparison.Ordinal);
        Assert.True(
            ran.Out.LastIndexOf(ShowCursor, StringComparison.Ordinal) > ran.Out.LastIndexOf(HideCursor, StringComparison.Ordinal), "The cursor stays hidden.");
        Assert.Contains("3,000 read", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_gets_plain_lines_and_no_escape_codes()
    {
        var ran = await new Shell(Server.Address).RunAsync("import", Folder.Write("claims.csv", Rows.Many(3000)));
        Assert.Contains(ran.Lines, line => line.Contains("claims.csv: ", StringComparison.Ordinal) && line.EndsWith(" uploaded", StringComparison.Ordinal));
        Assert.DoesNotContain(Escape, ran.All);
    }

    [Theory]
    [InlineData("--no-progress", "")]
    [InlineData("", "1")]
    public async Task A_terminal_gets_plain_lines_where_it_is_asked_for(string option, string noColor)
    {
        string[] options = option.Length > 0 ? [option] : [];
        var ran = await new Shell(Server.Address) { IsTerminal = true, Variables = { ["NO_COLOR"] = noColor } }
            .RunAsync(["import", Folder.Write("claims.csv", Rows.Many(3000)), .. options]);
        Assert.Contains(ran.Lines, line => line.Contains(" uploaded", StringComparison.Ordinal));
        Assert.DoesNotContain(HideCursor, ran.All, StringComparison.Ordinal);
        Assert.Equal(noColor.Length == 0, ran.All.Contains(Escape, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_json_the_bar_goes_to_standard_error()
    {
        var ran = await new Shell(Server.Address) { IsTerminal = true }.RunAsync("import", Folder.Write("claims.csv", Rows.Many(3000)), "--json");
        Assert.StartsWith("{", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, ran.Out);
        Assert.Contains(HideCursor, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_come_no_more_often_than_the_pace_says()
    {
        var slow = new Shell(Server.Address) { Pace = Shell.Fast with { BetweenLines = TimeSpan.FromHours(1) } };
        var ran = await slow.RunAsync("import", Folder.Write("claims.csv", Rows.Many(3000)));
        Assert.Contains("imported.", ran.Lines[0], StringComparison.Ordinal);
    }
}
