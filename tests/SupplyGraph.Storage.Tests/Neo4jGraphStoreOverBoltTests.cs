#if NEO4J_PACKAGES
using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests;

/// <summary>The contract on Neo4j over Bolt.</summary>
[Collection(Neo4jCollection.Name)]
[SkippedWithoutNeo4j]
public sealed class Neo4jGraphStoreOverBoltTests : GraphStoreContract
{
    private protected override int ManyPairs => Neo4jGraphStoreTests.SomePairs;

    protected override IGraphStore Create() => new Neo4jGraphStore(Neo4jGraphStoreTests.Options with { Uri = Neo4jServer.BoltUriAsync().GetAwaiter().GetResult() });

    protected override Task DeleteAsync() => Neo4jServer.EmptyAsync();
}
#endif
