using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>A real transport whose network a test takes away: from then on nothing reaches the database.</summary>
internal sealed class VanishingTransport(Neo4jStoreOptions options) : ICypherTransport
{
    private readonly ICypherTransport inner = CypherTransport.Open(options);
    private volatile bool vanished;

    public void Vanish() => vanished = true;

    public void Return() => vanished = false;

    public Task<IReadOnlyList<CypherRow>> RunAsync(CypherStatement statement, CancellationToken cancel) =>
        vanished ? throw new GraphUnavailableException("The network is gone.") : inner.RunAsync(statement, cancel);

    public IAsyncEnumerable<CypherRow> StreamAsync(CypherStatement statement, CancellationToken cancel) =>
        vanished ? throw new GraphUnavailableException("The network is gone.") : inner.StreamAsync(statement, cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
