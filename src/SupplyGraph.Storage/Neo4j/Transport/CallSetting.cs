namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>What every call of a transport knows.</summary>
internal sealed class CallSetting(Neo4jStoreOptions options)
{
    public Place Place { get; } = new(options);

    /// <summary>A statement takes the place of the bookmarks that it was sent, so there are never more than connections.</summary>
    public Bookmarks Bookmarks { get; } = new(options.MaxConnections);

    public TimeSpan ConnectTimeout { get; } = options.ConnectTimeout;

    /// <summary>What stands for an error of the server. Bookmarks that it refuses are not sent again.</summary>
    public Exception Failure(ServerError error, CypherStatement statement, IReadOnlyList<string> sentBookmarks)
    {
        if (!ServerErrors.AreBookmarksStale(error)) return ServerErrors.Exception(error, statement, Place);
        Bookmarks.Forget(sentBookmarks);
        return new TransientFailure($"{Place} is not the database that it was ({error.Code}: {error.Message})");
    }
}
