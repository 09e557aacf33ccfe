namespace SupplyGraph.Storage.Neo4j.Transport.Http;

/// <summary>
/// Cypher over Neo4j's HTTP Query API (<c>POST /db/{database}/query/v2</c>, Neo4j 5.19 and later), with a few kilobytes of memory for an answer of any length.
/// In a cluster the member that is asked passes a writing statement on to the leader by itself. JSON has no word for infinity and not-a-number: the server
/// gives these as texts.
/// </summary>
internal sealed class QueryApiTransport(Neo4jStoreOptions options) : CallingTransport(options)
{
    private readonly QueryApi api = new(options);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        api.Dispose();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override Task<ICypherCall> OpenAsync(CypherStatement statement, Deadline deadline, Turn turn) =>
        new QueryApiCall(api, statement, deadline, Setting, turn).OpenAsync();
}
