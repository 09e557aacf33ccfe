namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>What an error that the server reports means for the statement: refused for good, worth another try, or no fault of the statement at all.</summary>
internal static class ServerErrors
{
    /// <summary>The server did what it could and was stopped: its own time limit, an operator, or its end. The transaction is rolled back.</summary>
    private static readonly HashSet<string> Stopped = new(StringComparer.Ordinal)
    {
        "Neo.TransientError.Transaction.Terminated", "Neo.ClientError.Transaction.Terminated",
        "Neo.TransientError.Transaction.LockClientStopped", "Neo.ClientError.Transaction.LockClientStopped",
        "Neo.ClientError.Transaction.TransactionTimedOut", "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    };

    /// <summary>Worth another try although not a Neo.TransientError: a member of a cluster that lost its role, or a stale permission.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "Neo.ClientError.Cluster.NotALeader", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "Neo.ClientError.Security.AuthorizationExpired",
    };

    /// <summary>The bookmarks that were sent belong to another database, or to none that is left.</summary>
    private static readonly HashSet<string> StaleBookmarks = new(StringComparer.Ordinal)
    {
        "Neo.ClientError.Transaction.InvalidBookmark", "Neo.ClientError.Transaction.InvalidBookmarkMixture",
    };

    /// <summary>The server cannot tell whether a commit happened.</summary>
    private static readonly HashSet<string> Undecided = new(StringComparer.Ordinal)
    {
        "Neo.TransientError.Cluster.ReplicationFailure", "Neo.DatabaseError.Transaction.TransactionCommitFailed",
    };

    /// <summary>The exception that stands for the server's error; a <see cref="TransientFailure"/> where another try may help.</summary>
    /// <param name="place">Uri and user, for errors that are about these.</param>
    public static Exception Exception(ServerError error, CypherStatement statement, Place place)
    {
        var (code, message) = error;
        var detail = $"{code}: {message}";
        if (Undecided.Contains(code) && (code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) || !statement.Idempotent))
            return new TransientFailure($"{place} cannot tell whether it committed ({detail})") { Sent = true };
        if (Stopped.Contains(code)) return new GraphUnavailableException($"{place} stopped the statement before it was done ({detail}).");
        if (Passing.Contains(code) || IsTransient(code)) return new TransientFailure($"{place} cannot run the statement now ({detail})");
        if (code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal) && code != "Neo.ClientError.Security.Forbidden")
            return new GraphUnavailableException($"{place} refuses the credentials ({detail}).");
        if (code == "Neo.ClientError.Database.DatabaseNotFound") return new GraphUnavailableException($"{place} has no such database ({detail}).");
        return new CypherException(code, message);
    }

    /// <summary>Whether the server will refuse these bookmarks every time.</summary>
    public static bool AreBookmarksStale(ServerError error) => StaleBookmarks.Contains(error.Code);

    // A statement that is too big for the server's memory is too big the next time.
    private static bool IsTransient(string code) => code.StartsWith("Neo.TransientError.", StringComparison.Ordinal)
        && !code.Contains("OutOfMemory", StringComparison.Ordinal) && !code.EndsWith("StackOverFlowError", StringComparison.OrdinalIgnoreCase);
}
