using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>The rules that both transports share: which errors are worth another try, and which bookmarks are kept.</summary>
public sealed class TransportRuleTests
{
    private static readonly Place Somewhere = new(new Neo4jStoreOptions { Uri = new Uri("http://someone:s3cret@graph.example:7474"), Password = "s3cret" });

    [Theory]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", typeof(TransientFailure))]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", typeof(TransientFailure))]
    [InlineData("Neo.TransientError.Cluster.ReplicationFailure", typeof(TransientFailure))]
    [InlineData("Neo.ClientError.Cluster.NotALeader", typeof(TransientFailure))]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", typeof(TransientFailure))]
    [InlineData("Neo.ClientError.Security.AuthorizationExpired", typeof(TransientFailure))]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError", typeof(CypherException))]
    [InlineData("Neo.TransientError.General.OutOfMemoryError", typeof(CypherException))]
    [InlineData("Neo.TransientError.General.StackOverFlowError", typeof(CypherException))]
    [InlineData("Neo.TransientError.Transaction.Terminated", typeof(GraphUnavailableException))]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOut", typeof(GraphUnavailableException))]
    [InlineData("Neo.ClientError.Security.Unauthorized", typeof(GraphUnavailableException))]
    [InlineData("Neo.ClientError.Security.AuthenticationRateLimit", typeof(GraphUnavailableException))]
    [InlineData("Neo.ClientError.Security.CredentialsExpired", typeof(GraphUnavailableException))]
    [InlineData("Neo.ClientError.Security.Forbidden", typeof(CypherException))]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", typeof(GraphUnavailableException))]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", typeof(CypherException))]
    [InlineData("Neo.DatabaseError.Transaction.TransactionCommitFailed", typeof(CypherException))]
    public void An_error_of_the_server_means_one_of_three_things(string code, Type meaning)
    {
        var made = ServerErrors.Exception(new ServerError(code, "Said so."), new CypherStatement("RETURN 1"), Somewhere);
        Assert.IsType(meaning, made);
        Assert.Contains($"{code}: Said so.", made.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", made.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Neo.TransientError.Cluster.ReplicationFailure")]
    [InlineData("Neo.DatabaseError.Transaction.TransactionCommitFailed")]
    public void A_commit_of_which_the_server_itself_does_not_know_counts_as_sent(string code)
    {
        var made = ServerErrors.Exception(new ServerError(code, ""), new CypherStatement("CREATE (n)") { Idempotent = false }, Somewhere);
        Assert.True(Assert.IsType<TransientFailure>(made).Sent);
    }

    [Fact]
    public void An_answers_bookmarks_take_the_place_of_those_that_its_statement_was_sent()
    {
        var bookmarks = new Bookmarks(max: 3);
        bookmarks.Replace([], ["a"]);
        var first = bookmarks.Newest;
        bookmarks.Replace(first, ["b"]);
        bookmarks.Replace(first, ["c"]);
        Assert.Equal(["b", "c"], bookmarks.Newest);
        bookmarks.Replace(bookmarks.Newest, ["d"]);
        Assert.Equal(["d"], bookmarks.Newest);
        bookmarks.Replace(bookmarks.Newest, []);
        Assert.Equal(["d"], bookmarks.Newest);
    }

    [Fact]
    public void Bookmarks_are_bounded_and_the_newest_stay()
    {
        var bookmarks = new Bookmarks(max: 2);
        foreach (var bookmark in new[] { "a", "b", "c", "b" }) bookmarks.Replace([], [bookmark]);
        Assert.Equal(["b", "c"], bookmarks.Newest);
        bookmarks.Forget(["b"]);
        Assert.Equal(["c"], bookmarks.Newest);
    }
}
