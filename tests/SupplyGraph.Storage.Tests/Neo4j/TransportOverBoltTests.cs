#if NEO4J_PACKAGES
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>The contract over Bolt.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class TransportOverBoltTests : TransportContract
{
    protected override Task<Uri> AddressAsync() => Neo4jServer.BoltUriAsync();

    [Neo4jFact]
    public async Task An_address_for_clusters_works_for_one_server_too()
    {
        await using var routed = Open(options => options with { Uri = new UriBuilder(Address) { Scheme = "neo4j" }.Uri });
        await routed.RunAsync(Writing("CREATE (:Routed)"), None);
        Assert.Equal(1, (await routed.RunAsync(Reading("MATCH (n:Routed) RETURN count(n)"), None))[0].Int(0));
    }
}
#endif
