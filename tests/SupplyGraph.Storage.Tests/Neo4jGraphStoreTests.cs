using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests;

/// <summary>The contract on Neo4j.</summary>
[Collection(Neo4jCollection.Name)]
[SkippedWithoutNeo4j]
public sealed class Neo4jGraphStoreTests : GraphStoreContract
{
    // Some batches of it; a server on the same machine takes a while for each.
    internal const int SomePairs = 6000;

    private protected override int ManyPairs => SomePairs;

    private protected override int ManyCommits => 24;

    protected override IGraphStore Create() => new Neo4jGraphStore(Options);

    protected override Task DeleteAsync() => Neo4jServer.EmptyAsync();

    internal static Neo4jStoreOptions Options => new() { Uri = Neo4jServer.Uri, User = Neo4jServer.User, Password = Neo4jServer.Password };
}

/// <summary>Tests that need the server.</summary>
public sealed class SkippedWithoutNeo4jAttribute : SkippedWhereMissingAttribute
{
    public override string? Reason => Neo4jServer.Missing;
}
