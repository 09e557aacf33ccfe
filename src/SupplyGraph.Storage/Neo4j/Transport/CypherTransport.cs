using SupplyGraph.Storage.Neo4j.Transport.Http;

namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>Chooses the transport that speaks the protocol of a URI.</summary>
internal static class CypherTransport
{
    /// <summary>Opens no connection yet.</summary>
    /// <exception cref="InvalidOperationException">The URI is of no protocol that this build speaks.</exception>
    public static ICypherTransport Open(Neo4jStoreOptions options)
    {
        var scheme = options.Uri.Scheme;
        if (Neo4jSchemes.Http.Contains(scheme)) return new QueryApiTransport(options);
        if (Neo4jSchemes.Bolt.Contains(scheme)) return OpenBolt(options);
        throw new InvalidOperationException($"Neo4j is reached by http, https, bolt or neo4j (with +s or +ssc), not by {scheme}.");
    }

#if NEO4J_PACKAGES
    private static Bolt.BoltTransport OpenBolt(Neo4jStoreOptions options) => new(options);
#else
    private static ICypherTransport OpenBolt(Neo4jStoreOptions options) => throw new InvalidOperationException(
        $"{options.Uri.Scheme} needs a build with -p:Neo4jPackages=true. This one speaks http and https to Neo4j: name its HTTP address, such as "
        + $"http://{options.Uri.Host}:7474.");
#endif
}
