using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

public abstract partial class TransportContract
{
    [Neo4jFact]
    public async Task A_statement_that_is_no_Cypher_is_refused_with_the_servers_code()
    {
        var refused = await Assert.ThrowsAsync<CypherException>(() => Transport.RunAsync(Reading("RETURN RETURN"), None));
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", refused.Code);
    }

    [Neo4jFact]
    public async Task An_error_in_the_middle_of_an_answer_is_thrown_after_the_rows_before_it()
    {
        var statement = Reading("UNWIND range(1, 100000) AS x RETURN 1 / (50000 - x)");
        var rows = 0;
        var refused = await Assert.ThrowsAsync<CypherException>(async () =>
        {
            await foreach (var row in Transport.StreamAsync(statement, None)) rows++;
        });
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", refused.Code);
        Assert.InRange(rows, 1, 49_999);
        await Assert.ThrowsAsync<CypherException>(() => Transport.RunAsync(statement, None));
    }

    [Neo4jFact]
    public async Task A_statement_that_fails_in_the_middle_wrote_nothing()
    {
        await Assert.ThrowsAsync<CypherException>(() => Transport.RunAsync(
            Writing("UNWIND range(1, 1000) AS x CREATE (n:Half {x: 1 / (900 - x)}) RETURN n.x"), None));
        Assert.Equal(0, await CountAsync("MATCH (n:Half) RETURN count(n)"));
    }

    [Neo4jFact]
    public async Task A_reading_statement_cannot_write()
    {
        var refused = await Assert.ThrowsAsync<CypherException>(() => Transport.RunAsync(Reading("CREATE (:Sneaked)"), None));
        Assert.Equal("Neo.ClientError.Statement.AccessMode", refused.Code);
    }

    [Neo4jFact]
    public async Task A_wrong_password_makes_the_graph_unavailable_and_is_told_without_naming_it()
    {
        // Not the tests' own user: the server locks one out after some wrong passwords.
        await using var stranger = Open(options => options with { User = "stranger", Password = "s3cret-w0rd" });
        var refused = await Assert.ThrowsAsync<GraphUnavailableException>(() => stranger.RunAsync(Reading("RETURN 1"), None));

        Assert.Contains("refuses the credentials", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{Address.Host}:{Address.Port}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("user stranger", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-w0rd", refused.ToString(), StringComparison.Ordinal);
    }

    [Neo4jFact]
    public async Task A_database_that_is_not_there_makes_the_graph_unavailable()
    {
        await using var elsewhere = Open(options => options with { Database = "elsewhere" });
        var refused = await Assert.ThrowsAsync<GraphUnavailableException>(() => elsewhere.RunAsync(Reading("RETURN 1"), None));
        Assert.Contains("database elsewhere", refused.Message, StringComparison.Ordinal);
    }

    [Neo4jFact]
    public async Task A_server_that_is_not_there_makes_the_graph_unavailable_after_all_tries()
    {
        await using var nowhere = Open(options => options with { Uri = new UriBuilder(Address) { Port = FreePort() }.Uri, MaxRetries = 2 });
        var refused = await Assert.ThrowsAsync<GraphUnavailableException>(() => nowhere.RunAsync(Writing("CREATE (:Lost)") with { Idempotent = false }, None));
        Assert.Contains("cannot be reached", refused.Message, StringComparison.Ordinal);
        Assert.Contains("tried 3 times", refused.Message, StringComparison.Ordinal);
    }

    [Neo4jFact]
    public async Task A_statement_whose_time_is_up_makes_the_graph_unavailable_and_the_server_stops()
    {
        var timely = Reading(Slow) with { Timeout = TimeSpan.FromSeconds(1) };
        var late = await Assert.ThrowsAsync<GraphUnavailableException>(() => Transport.RunAsync(timely, None));
        Assert.Contains("Neo4j at", late.Message, StringComparison.Ordinal);
        await StoppedAsync(Slow);
        await Assert.ThrowsAsync<GraphUnavailableException>(async () =>
        {
            await foreach (var row in Transport.StreamAsync(timely, None)) Assert.Fail($"A row of {row.Count}.");
        });
        await StoppedAsync(Slow);
    }

    [Neo4jFact]
    public async Task A_caller_that_leaves_is_told_so_and_the_server_stops()
    {
        using var leaving = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var left = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport.RunAsync(Reading(Slow), leaving.Token));
        Assert.Equal(leaving.Token, left.CancellationToken);
        await StoppedAsync(Slow);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport.RunAsync(Reading("RETURN 1"), new CancellationToken(canceled: true)));
        Assert.Equal(1, (await Transport.RunAsync(Reading("RETURN 1"), None))[0].Int(0));
    }

    // A statement that has just been sent does not run yet, and is not found at the first look.
    [Neo4jFact]
    public async Task A_caller_that_leaves_in_the_very_moment_of_sending_leaves_nothing_running()
    {
        for (var moment = 0; moment < 15; moment++)
        {
            using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(moment));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport.RunAsync(Reading(Slow), leaving.Token));
        }
        await StoppedAsync(Slow);
    }

    [Neo4jFact]
    public async Task A_connection_that_breaks_after_a_statement_was_sent_leaves_its_outcome_unknown_where_it_must_not_run_twice()
    {
        await using var relay = new CuttingRelay(Address, "CREATE (:Once", cuts: 1);
        await using var cut = Open(options => options with { Uri = relay.Address });
        var once = Writing("CREATE (:Once)") with { Idempotent = false };

        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => cut.RunAsync(once, None));
        Assert.Contains("may have run", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(1, relay.Seen);
        await cut.RunAsync(once, None);
        Assert.Equal(2, relay.Seen);
    }

    [Neo4jFact]
    public async Task A_connection_that_breaks_is_no_matter_where_a_statement_may_run_twice()
    {
        await using var relay = new CuttingRelay(Address, "MATCH (n:Twice)", cuts: 2);
        await using var cut = Open(options => options with { Uri = relay.Address });

        // No bare MERGE: the attempts before may still run beside the last one, and without a constraint each of them would create a node.
        await Neo4jServer.RunAsync("CREATE (:Twice)");
        await cut.RunAsync(Writing("MATCH (n:Twice) SET n.seen = true"), None);
        Assert.Equal(3, relay.Seen);
        Assert.Equal(1, await CountAsync("MATCH (n:Twice {seen: true}) RETURN count(n)"));
    }
}
