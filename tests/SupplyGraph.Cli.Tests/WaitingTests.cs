namespace SupplyGraph.Cli.Tests;

/// <summary>What is done about a server that is busy, not ready, or something else altogether.</summary>
public sealed class WaitingTests
{
    private const string Empty = """{"items":[],"next":null}""";
    private const string Busy = """{"code":"too_many_requests","title":"Too many requests","detail":"Too many requests at once.","status":429}""";

    [Theory]
    [InlineData("429 Too Many Requests")]
    [InlineData("503 Service Unavailable")]
    public async Task A_server_that_asks_to_wait_is_asked_again(string status)
    {
        await using var server = new FakeServer(
            FakeServer.Answer(status, Busy, "application/problem+json", "Retry-After: 0\r\n"), FakeServer.Answer("200 OK", Empty));
        var ran = await new Shell(server.Address).RunAsync("imports", "list");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal("No imports.\n", ran.Out);
        Assert.Contains("asks to wait", ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Another_failure_is_told_at_once()
    {
        await using var server = new FakeServer(
            FakeServer.Answer("500 Internal Server Error", """{"code":"internal_error","detail":"An unexpected error.","traceId":"abc123"}""",
                "application/problem+json", "Retry-After: 0\r\n"),
            FakeServer.Answer("200 OK", Empty));
        var ran = await new Shell(server.Address).RunAsync("imports", "list");
        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.Contains("An unexpected error.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("abc123", ran.Error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Asked_to_wait_too_long_it_says_why_and_ends_in_1()
    {
        await using var server = await LiveServer.StartAsync(new() { ["RateLimit:RequestsPerMinute"] = "1" });
        var shell = new Shell(server.Address) { Pace = Shell.Fast with { HeldBack = TimeSpan.Zero } };
        Assert.Equal(ExitCode.Done, (await shell.RunAsync("entities", "search", "byd")).Code);
        var ran = await shell.RunAsync("entities", "search", "byd");
        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.Contains("Too many requests", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_become_ready_ends_in_5()
    {
        await using var server = new FakeServer(FakeServer.Answer(
            "503 Service Unavailable", """{"code":"not_ready","detail":"The graph is being opened."}""", "application/problem+json", "Retry-After: 60\r\n"));
        var ran = await new Shell(server.Address) { Pace = Shell.Fast with { HeldBack = TimeSpan.FromSeconds(1) } }.RunAsync("imports", "list");
        Assert.Equal(ExitCode.Unreachable, ran.Code);
        Assert.Contains("The graph is being opened.", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("404 Not Found", "<html>no</html>")]
    [InlineData("200 OK", "<html>welcome</html>")]
    public async Task A_server_of_another_sort_is_recognised(string status, string body)
    {
        await using var server = new FakeServer(FakeServer.Answer(status, body, "text/html"));
        var ran = await new Shell(server.Address).RunAsync("imports", "list");
        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.Contains("is the address right?", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        // It takes the connection, and that is all.
        await using var server = new FakeServer();
        var ran = await new Shell(server.Address) { Pace = Shell.Fast with { Answer = TimeSpan.FromMilliseconds(200) } }.RunAsync("imports", "list");
        Assert.Equal(ExitCode.Unreachable, ran.Code);
        Assert.Contains("No answer within", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_option_goes_before_the_variable_and_may_hold_a_path()
    {
        await using var server = new FakeServer(FakeServer.Answer("200 OK", Empty));
        var ran = await new Shell(new Uri("http://127.0.0.1:1")).RunAsync("imports", "list", "--limit", "3", "--server", $"{server.Address}below");
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.StartsWith("GET /below/v1/imports?limit=3 HTTP/1.1", Assert.Single(server.Requests), StringComparison.Ordinal);
    }
}
