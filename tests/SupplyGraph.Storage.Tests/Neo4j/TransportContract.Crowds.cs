using System.Net;
using System.Net.Sockets;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

public abstract partial class TransportContract
{
    [Neo4jFact]
    public async Task Of_two_statements_that_wait_for_each_other_both_succeed_in_the_end()
    {
        await Neo4jServer.RunAsync("UNWIND [1, 2] AS k CREATE (:Locked {k: k, count: 0})");
        await Task.WhenAll(Transport.RunAsync(Crossing(1, 2), None), Transport.RunAsync(Crossing(2, 1), None));
        Assert.Equal(4, await CountAsync("MATCH (n:Locked) RETURN sum(n.count)"));
    }

    // The same without retries: what the test above overcomes does happen.
    [Neo4jFact]
    public async Task Without_retries_one_of_two_statements_that_wait_for_each_other_is_told_to_come_again()
    {
        await Neo4jServer.RunAsync("UNWIND [1, 2] AS k CREATE (:Locked {k: k, count: 0})");
        await using var impatient = Open(options => options with { MaxRetries = 0 });
        Task[] both = [impatient.RunAsync(Crossing(1, 2), None), impatient.RunAsync(Crossing(2, 1), None)];
        var refused = await Assert.ThrowsAsync<GraphUnavailableException>(() => Task.WhenAll(both));
        Assert.Contains("DeadlockDetected", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync("MATCH (n:Locked) RETURN sum(n.count)"));
    }

    [Neo4jFact]
    public async Task A_hundred_statements_at_once_take_turns_at_four_connections()
    {
        await using var relay = new CuttingRelay(Address, "never said", cuts: 0);
        await using var narrow = Open(options => options with { Uri = relay.Address, MaxConnections = 4 });
        var answers = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => narrow.RunAsync(Reading("RETURN $number", ("number", number)), None)));

        Assert.Equal(Enumerable.Range(1, 100), answers.Select(rows => rows[0].Int(0)));
        Assert.InRange(relay.MostAtOnce, 1, 4);
    }

    [Neo4jFact]
    public async Task Statements_at_once_all_leave_their_bookmarks()
    {
        await using var narrow = Open(options => options with { MaxConnections = 4 });
        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => narrow.RunAsync(Writing("CREATE (:Marked {n: $number})", ("number", number)), None)));

        var left = ((CallingTransport)narrow).NewestBookmarks;
        Assert.InRange(left.Count, 1, 4);
        Assert.Equal(40, (await narrow.RunAsync(Reading("MATCH (n:Marked) RETURN count(n)"), None))[0].Int(0));
        Assert.Single(((CallingTransport)narrow).NewestBookmarks);
    }

    private protected static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Locks one node, keeps busy long enough for the other statement to lock the other, then wants that one too.</summary>
    private static CypherStatement Crossing(int first, int second) => Writing(
        """
        MATCH (a:Locked {k: $first}) SET a.count = a.count + 1
        WITH a UNWIND range(1, 2000000) AS x WITH a, count(x) AS counted
        MATCH (b:Locked {k: $second}) SET b.count = b.count + 1
        """,
        ("first", first), ("second", second)) with
    { Idempotent = false };
}
