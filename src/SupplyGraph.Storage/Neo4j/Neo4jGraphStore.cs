using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j;

/// <summary>
/// The graph in a Neo4j database, shared by any number of servers. Commits are judged by the same rules as the embedded store's and written by one statement
/// each; the view is read once and then follows the change feed, its own commits at once and those of other servers within
/// <see cref="Neo4jStoreOptions.RefreshInterval"/>.
/// </summary>
public sealed partial class Neo4jGraphStore : IGraphStore
{
    private readonly Neo4jStoreOptions options;
    private readonly ICypherTransport transport;
    private readonly GraphReads reads;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private Task following = Task.CompletedTask;
    private bool disposed;

    /// <exception cref="InvalidOperationException">The URI is of no protocol that this build speaks.</exception>
    public Neo4jGraphStore(Neo4jStoreOptions options)
        : this(options, CypherTransport.Open(options))
    {
    }

    internal Neo4jGraphStore(Neo4jStoreOptions options, ICypherTransport transport)
    {
        (this.options, this.transport) = (options, transport);
        reads = new GraphReads(transport, options.LongStatementTimeout);
        changes = new(transport);
        lease = new(transport, options);
    }

    /// <inheritdoc/>
    public string Identity { get; private set; } = "";

    /// <inheritdoc/>
    /// <exception cref="GraphUnavailableException">The database cannot be reached; opening may be tried again.</exception>
    /// <exception cref="InvalidDataException">The graph's schema is newer than this program knows, or other people's nodes stand in the way.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        var opened = await GraphSchema.OpenAsync(transport, options.LongStatementTimeout, cancel);
        Identity = opened.Identity;
        await RefreshAsync(cancel);
        following = Task.Run(FollowAsync, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        // Once: disposing again does nothing.
        if (Interlocked.Exchange(ref disposed, true)) return;
        await closing.CancelAsync();
        await following;
        await writing.WaitAsync();
        await transport.DisposeAsync();
        writing.Dispose();
        reading.Dispose();
        closing.Dispose();
    }
}
