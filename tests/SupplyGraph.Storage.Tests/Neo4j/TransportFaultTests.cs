using System.Net;
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>The Query API's transport where what answers is a proxy, half an answer, or nothing. Needs no server.</summary>
public sealed class TransportFaultTests
{
    private const string One = """{"data":{"fields":["x"],"values":[[1]]},"bookmarks":["FB:one"]}""";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly CypherStatement Read = new("RETURN 1 AS x");
    private static readonly CypherStatement Once = new("CREATE (n)") { Writes = true, Idempotent = false };

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_proxy_that_is_busy_is_asked_again_whatever_the_statement(int status)
    {
        await using var server = new ScriptedServer(Scripted.Html(status), Scripted.Json(202, One));
        await using var transport = Open(server);
        Assert.Equal(1, (await transport.RunAsync(Once, None))[0].Int(0));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_proxy_that_lost_the_server_is_asked_again_only_where_the_statement_may_run_twice(int status)
    {
        await using var server = new ScriptedServer(Scripted.Html(status), Scripted.Json(202, One), Scripted.Html(status));
        await using var transport = Open(server);
        Assert.Equal(1, (await transport.RunAsync(Read, None))[0].Int(0));
        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => transport.RunAsync(Once, None));
        Assert.Contains($"answers {status}", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_that_is_not_Neo4j_is_named_as_such()
    {
        await using var server = new ScriptedServer(Scripted.Html(404));
        await using var transport = Open(server);
        var strange = await Assert.ThrowsAsync<GraphUnavailableException>(() => transport.RunAsync(Read, None));
        Assert.Contains("answers 404, not as the Query API", strange.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Half_an_answer_is_asked_for_again()
    {
        await using var server = new ScriptedServer(
            Scripted.Cut(202, """{"data":{"fields":["x"],"values":[[1],[2"""), Scripted.Json(202, """{"data":{"fields":["x"],"val"""), Scripted.Json(202, One));
        await using var transport = Open(server);
        Assert.Single(await transport.RunAsync(Read, None));
        Assert.Equal(3, server.Requests.Count(body => !body.Contains("SHOW TRANSACTIONS", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Half_an_answer_of_which_rows_were_given_away_is_an_error()
    {
        await using var server = new ScriptedServer(Scripted.Cut(202, """{"data":{"fields":["x"],"values":[[1],[2"""));
        await using var transport = Open(server);
        var rows = new List<int>();
        var broken = await Assert.ThrowsAsync<GraphUnavailableException>(async () =>
        {
            await foreach (var row in transport.StreamAsync(Read, None)) rows.Add(row.Int(0));
        });
        Assert.Contains("in the middle of its answer", broken.Message, StringComparison.Ordinal);
        Assert.Equal([1], rows);
    }

    [Fact]
    public async Task An_error_that_may_pass_is_tried_again_up_to_the_bound_also_after_rows()
    {
        const string passing = """
            {"data":{"fields":["x"],"values":[[1],[2]]},"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"Two."}]}
            """;
        await using var server = new ScriptedServer([.. Enumerable.Repeat(Scripted.Json(202, passing), 4)]);
        await using var transport = Open(server);
        var refused = await Assert.ThrowsAsync<GraphUnavailableException>(() => transport.RunAsync(Once, None));
        Assert.Contains("DeadlockDetected: Two.); tried 4 times.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for_longer_than_the_statement_may_take()
    {
        await using var server = new ScriptedServer(Scripted.Silence);
        await using var transport = Open(server);
        var late = await Assert.ThrowsAsync<GraphUnavailableException>(() => transport.RunAsync(Read with { Timeout = TimeSpan.FromMilliseconds(200) }, None));
        Assert.Contains("did not answer in 0.2 s", late.Message, StringComparison.Ordinal);
        await using var second = new ScriptedServer(Scripted.Silence);
        await using var other = Open(second);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => other.RunAsync(Once with { Timeout = TimeSpan.FromSeconds(3) }, None));
    }

    [Fact]
    public async Task An_answers_bookmarks_go_with_the_next_statement()
    {
        await using var server = new ScriptedServer(
            Scripted.Json(202, One), Scripted.Json(202, One.Replace("FB:one", "FB:two", StringComparison.Ordinal)), Scripted.Json(202, One));
        await using var transport = Open(server);
        for (var at = 0; at < 3; at++) await transport.RunAsync(Read, None);

        Assert.DoesNotContain("bookmarks", server.Requests[0], StringComparison.Ordinal);
        Assert.Contains("\"bookmarks\":[\"FB:one\"]", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("\"bookmarks\":[\"FB:two\"]", server.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bookmarks_that_the_server_knows_nothing_of_are_forgotten()
    {
        const string stale = """{"errors":[{"code":"Neo.ClientError.Transaction.InvalidBookmark","message":"Of another database."}]}""";
        await using var server = new ScriptedServer(Scripted.Json(202, One), Scripted.Json(400, stale), Scripted.Json(202, One));
        await using var transport = Open(server);
        await transport.RunAsync(Read, None);
        await transport.RunAsync(Once, None);
        Assert.DoesNotContain("bookmarks", server.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_Bolt_address_says_what_it_needs_and_any_other_is_refused()
    {
        var options = new Neo4jStoreOptions { Uri = new Uri("ftp://graph.example"), Password = "-" };
        Assert.Contains("not by ftp", Assert.Throws<InvalidOperationException>(() => CypherTransport.Open(options)).Message, StringComparison.Ordinal);
#if !NEO4J_PACKAGES
        var bolt = Assert.Throws<InvalidOperationException>(() => CypherTransport.Open(options with { Uri = new Uri("neo4j+s://graph.example") }));
        Assert.Contains("-p:Neo4jPackages=true", bolt.Message, StringComparison.Ordinal);
        Assert.Contains("http://graph.example:7474", bolt.Message, StringComparison.Ordinal);
#endif
    }

    private static ICypherTransport Open(ScriptedServer server) => CypherTransport.Open(new Neo4jStoreOptions
    {
        Uri = new Uri($"http://{IPAddress.Loopback}:{server.Port}"),
        Password = "-",
        MaxRetries = 3,
    });
}
