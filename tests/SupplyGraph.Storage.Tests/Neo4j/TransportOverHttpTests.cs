using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>The contract over the HTTP Query API.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class TransportOverHttpTests : TransportContract
{
    protected override Task<Uri> AddressAsync() => Task.FromResult(Neo4jServer.Uri);
}
