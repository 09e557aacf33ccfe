namespace SupplyGraph.Cli.Tests;

/// <summary>Imports over a network that fails, which a real server does not do when asked to.</summary>
public sealed class UploadTests : IDisposable
{
    private const string Running = """
        {"id":"i1","state":"running","what":"claims","mode":"atomic","rows":{"read":5,"accepted":5,"unchanged":0,"rejected":0}}
        """;
    private const string Succeeded = """
        {"id":"i1","state":"succeeded","what":"claims","mode":"atomic","rows":{"read":9,"accepted":9,"unchanged":0,"rejected":0}}
        """;

    private readonly TempFolder folder = new();

    private string File => folder.Write("claims.csv", "type,from,to\n");

    [Fact]
    public async Task An_upload_that_is_to_come_later_comes_later_under_the_same_key()
    {
        await using var server = new FakeServer(
            FakeServer.Answer("429 Too Many Requests", """{"code":"too_many_requests"}""", "application/problem+json", "Retry-After: 0\r\n"),
            FakeServer.Takes + FakeServer.Answer("200 OK", Succeeded));
        var ran = await new Shell(server.Address).RunAsync("import", File);
        Assert.Equal(ExitCode.Done, ran.Code);
        var keys = server.Requests.Select(KeyOf).ToList();
        Assert.Equal(2, keys.Count);
        Assert.Equal(keys[0], keys[1]);
        Assert.True(keys[0].Length > 30, keys[0]);
    }

    [Fact]
    public async Task Every_import_has_a_key_of_its_own_unless_one_is_given()
    {
        await using var server = new FakeServer([.. Enumerable.Repeat(FakeServer.Takes + FakeServer.Answer("200 OK", Succeeded), 3)]);
        var shell = new Shell(server.Address);
        await shell.RunAsync("import", File);
        await shell.RunAsync("import", File);
        await shell.RunAsync("import", File, "--idempotency-key", "monday");
        var keys = server.Requests.Select(KeyOf).ToList();
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal("Idempotency-Key: monday", keys[2]);
    }

    [Fact]
    public async Task What_is_refused_at_once_is_not_sent()
    {
        // It answers before it reads the body, and reads none.
        await using var server = new FakeServer(
            FakeServer.Answer("400 Bad Request", """{"code":"invalid_request","detail":"1 field is invalid: delimiter."}""", "application/problem+json"));
        var ran = await new Shell(server.Address).RunAsync("import", File, "--delimiter", "x");
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("delimiter", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("uploaded", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_goes_away_during_an_import_is_looked_for_again()
    {
        await using var server = new FakeServer(
            FakeServer.Takes + FakeServer.Answer("202 Accepted", Running), "HTTP/1.1 2", "HTTP/1.1 2", FakeServer.Answer("200 OK", Succeeded));
        var ran = await new Shell(server.Address).RunAsync("import", File);
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains("went away", ran.Error, StringComparison.Ordinal);
        Assert.Equal("9 read: 9 accepted, 0 unchanged, 0 rejected", ran.Fact("rows"));
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up_with_a_word_on_how_to_go_on()
    {
        var server = new FakeServer(FakeServer.Takes + FakeServer.Answer("202 Accepted", Running));
        var shell = new Shell(server.Address) { Pace = Shell.Fast with { Away = TimeSpan.Zero, Answer = TimeSpan.FromMilliseconds(200) } };
        var ran = await shell.RunAsync("import", File);
        await server.DisposeAsync();
        Assert.Equal(ExitCode.Unreachable, ran.Code);
        Assert.Contains("supplygraph imports show i1", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_without_an_answer_is_not_sent_again_and_says_how_to_do_so()
    {
        await using var server = new FakeServer(FakeServer.Takes, FakeServer.Takes + FakeServer.Answer("200 OK", Succeeded));
        var ran = await new Shell(server.Address).RunAsync("import", File, "--idempotency-key", "k-17");
        Assert.Equal(ExitCode.Unreachable, ran.Code);
        Assert.Contains("--idempotency-key k-17 is safe", ran.Error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_upload_that_is_broken_off_says_that_nothing_came_of_it()
    {
        // It asks for the body and hangs up.
        await using var server = new FakeServer("HTTP/1.1 100 Continue\r\n\r\n");
        var noise = new byte[20_000_000];
        new Random(17).NextBytes(noise);
        await System.IO.File.WriteAllBytesAsync(folder.At("claims.csv"), noise);
        var ran = await new Shell(server.Address).RunAsync("import", folder.At("claims.csv"));
        Assert.Equal(ExitCode.Unreachable, ran.Code);
        Assert.Contains("is imported; it may be larger than the server takes", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Start one", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_fails_on_the_server_says_why_and_ends_in_1()
    {
        await using var server = new FakeServer(FakeServer.Takes + FakeServer.Answer(
            "200 OK", """{"id":"i1","state":"failed","what":"claims","mode":"atomic","failure":"The disk is full."}"""));
        var ran = await new Shell(server.Address).RunAsync("import", File);
        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.Contains("The disk is full.", ran.Out, StringComparison.Ordinal);
    }

    // Far more than what fits into the buffers of a connection, and nothing that compression makes small.
    [Fact]
    public async Task A_file_that_turns_out_too_large_on_the_way_is_answered_with_the_reason()
    {
        await using var server = await LiveServer.StartAsync(new() { ["Imports:MaxBytes"] = "100000" });
        var noise = new Random(17);
        var rows = string.Concat(Enumerable.Range(0, 100_000).Select(_ => $"supplies,{noise.NextInt64():x},{noise.NextInt64():x},cell,Dawn\n"));
        var ran = await new Shell(server.Address).RunAsync("import", folder.Write("claims.csv", "type,from,to,component,publisher\n" + rows));
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("100,000", ran.Error, StringComparison.Ordinal);
        Assert.Equal("No imports.\n", (await new Shell(server.Address).RunAsync("imports", "list")).Out);
    }

    private static string KeyOf(string request) =>
        request.Split("\r\n").Single(line => line.StartsWith("Idempotency-Key: ", StringComparison.Ordinal));

    public void Dispose() => folder.Dispose();
}
