namespace SupplyGraph.Storage.Neo4j;

/// <summary>The schemes of Neo4j's addresses, and those that this build speaks.</summary>
public static class Neo4jSchemes
{
    /// <summary>Of the Query API.</summary>
    public static IReadOnlyList<string> Http { get; } = ["http", "https"];

    /// <summary>
    /// Of Bolt: <c>bolt</c> for one server, <c>neo4j</c> for a cluster; with TLS (<c>+s</c>), without a check of the certificate's issuer (<c>+ssc</c>).
    /// </summary>
    public static IReadOnlyList<string> Bolt { get; } = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    /// <summary>Whether this build holds Neo4j's driver.</summary>
#if NEO4J_PACKAGES
    public static bool SpeaksBolt => true;
#else
    public static bool SpeaksBolt => false;
#endif
}
