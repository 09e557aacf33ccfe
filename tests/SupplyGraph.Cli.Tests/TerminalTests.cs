using System.Net.Http.Json;

namespace SupplyGraph.Cli.Tests;

/// <summary>What reaches the terminal, and what must not.</summary>
public sealed class TerminalTests(LiveServer server) : IClassFixture<LiveServer>, IAsyncLifetime
{
    private const char Escape = '\u001b';
    private const string Name = "Odd [red]Motors[/] \u001b]0;owned\u0007\u009b31m\u202eLtd\nof Lahore";

    public async Task InitializeAsync()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var put = await http.PutAsJsonAsync(new Uri("/v1/entities/odd", UriKind.Relative), new { kind = "company", name = Name, country = "china" });
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Names_are_shown_as_they_are_but_steer_no_terminal(bool isTerminal)
    {
        var ran = await new Shell(server.Address) { IsTerminal = isTerminal, Variables = { ["NO_COLOR"] = "1" } }.RunAsync("entities", "search", "odd");
        Assert.Contains(@"Odd [red]Motors[/] \u001b]0;owned\u0007\u009b31m\u202eLtd of Lahore", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(ran.All, c => char.IsControl(c) && c != '\n');
    }

    [Theory]
    [InlineData("entities", "search", "odd", "--json")]
    [InlineData("export", "--what", "entities")]
    public async Task Raw_answers_steer_no_terminal_either(params string[] command)
    {
        var ran = await new Shell(server.Address) { IsTerminal = true }.RunAsync(command);
        Assert.Contains("Odd [red]Motors[/]", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(ran.All, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public async Task A_file_or_a_pipe_gets_an_export_byte_for_byte()
    {
        var ran = await new Shell(server.Address).RunAsync("export", "--what", "entities");
        Assert.Equal(await server.GetAsync("/v1/export?what=entities"), ran.Out);
        Assert.Contains(Escape, ran.Out);
    }

    [Fact]
    public async Task Messages_about_what_the_user_wrote_steer_no_terminal()
    {
        var ran = await new Shell(server.Address) { IsTerminal = true, Variables = { ["NO_COLOR"] = "1" } }.RunAsync("routes", "--via", "a\u001b[2Jb [bold]");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains(@"a\u001b[2Jb [bold]", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, ran.All);
    }

    [Theory]
    [InlineData("routes", "--via", "pakistan")]
    [InlineData("routes", "--via", "nowhere")]
    [InlineData("entities", "search", "atlas")]
    [InlineData("import", "--help")]
    [InlineData("frobnicate")]
    public async Task No_escape_codes_go_into_a_pipe(params string[] command)
    {
        var ran = await new Shell(server.Address).RunAsync(command);
        Assert.NotEqual("", ran.All);
        Assert.DoesNotContain(Escape, ran.All);
        Assert.DoesNotContain(ran.All.Split('\n'), line => line.EndsWith(' ') && command[^1] != "--help");
    }

    [Fact]
    public async Task On_a_terminal_problems_are_coloured()
    {
        var ran = await new Shell(server.Address) { IsTerminal = true }.RunAsync("routes", "--via", "nowhere");
        Assert.Contains(Escape, ran.Error);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task Terminals_without_colours_get_none(string variable, string value)
    {
        var ran = await new Shell(server.Address) { IsTerminal = true, Variables = { [variable] = value } }.RunAsync("routes", "--via", "nowhere");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.DoesNotContain(Escape, ran.All);
    }
}
