using SupplyGraph.Storage.Embedded;
using SupplyGraph.Storage.Neo4j;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>The stores there are (configuration key <c>Store</c>).</summary>
public enum StoreKind
{
    /// <summary>One SQLite file; nothing else is needed.</summary>
    Embedded,

    /// <summary>A Neo4j server, which several instances may share.</summary>
    Neo4j,
}

/// <summary>Where the graph is kept: exactly one of the two is there.</summary>
public sealed record StoreOptions
{
    public EmbeddedStoreOptions? Embedded { get; init; }

    public Neo4jStoreOptions? Neo4j { get; init; }

    /// <summary>The place in words, for the log; holds no secret.</summary>
    public string Place => Neo4j is { } server ? $"Neo4j at {server.Uri} (database {server.Database}, user {server.User})" : Embedded!.Path;
}

/// <summary>What an empty store is filled with (configuration section <c>Seed</c>).</summary>
public sealed class SeedOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>The folder with entities.csv and claims.csv; by default the one beside the binaries.</summary>
    public required string Folder { get; init; }
}
