namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>
/// Carries Cypher to one database and rows back. Every statement is a transaction of its own: all of it happens or nothing does. A statement sees what every
/// statement that this transport has finished wrote, on whichever member of a cluster it runs: bookmarks are carried from answer to question.
/// Safe for any number of callers.
/// </summary>
internal interface ICypherTransport : IAsyncDisposable
{
    /// <summary>Runs a statement and reads its whole answer; tries again where the server says that trying again may help.</summary>
    /// <exception cref="CypherException">The server refused the statement.</exception>
    /// <exception cref="GraphUnavailableException">The server cannot be reached, does not answer in time, or refuses the credentials.</exception>
    Task<IReadOnlyList<CypherRow>> RunAsync(CypherStatement statement, CancellationToken cancel);

    /// <summary>Runs a reading statement and gives its rows as they come. Tried again only until the first row is there.</summary>
    /// <exception cref="CypherException">The server refused the statement, or broke it off.</exception>
    /// <exception cref="GraphUnavailableException">The server cannot be reached, does not answer in time, or refuses the credentials.</exception>
    IAsyncEnumerable<CypherRow> StreamAsync(CypherStatement statement, CancellationToken cancel);
}
