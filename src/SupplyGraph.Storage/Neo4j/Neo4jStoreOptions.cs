namespace SupplyGraph.Storage.Neo4j;

/// <summary>Where the graph's database is, and how it is used.</summary>
public sealed record Neo4jStoreOptions
{
    /// <summary><c>http</c> or <c>https</c> for the Query API; <c>bolt</c>, <c>bolt+s</c>, <c>bolt+ssc</c>, <c>neo4j</c>, <c>neo4j+s</c>,
    /// <c>neo4j+ssc</c> for Bolt.</summary>
    public required Uri Uri { get; init; }

    public string User { get; init; } = "neo4j";

    public required string Password { get; init; }

    /// <summary>The database of the server that holds the graph.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>How long a statement may take; the projection, loads and exports have their own, longer bound (<see cref="LongStatementTimeout"/>).</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a statement may take that reads or writes a great part of the graph.</summary>
    public TimeSpan LongStatementTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a connection may take to be made.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections to the server at most.</summary>
    public int MaxConnections { get; init; } = 32;

    /// <summary>How often a statement is tried again after an error that may pass.</summary>
    public int MaxRetries { get; init; } = 6;

    /// <summary>How often the database is asked whether another server has changed the graph.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Relationships that are held in memory; a graph with more is read part by part, for each question.</summary>
    public long MaxProjectedRelationships { get; init; } = 20_000_000;

    /// <summary>The folder that keeps a copy of the projection for the next start; null for none.</summary>
    public string? CopyFolder { get; init; }

    /// <summary>How long a load that stopped without a word keeps others from writing.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tells the time; of versions, for instance.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where it is, without the password: options end up in logs.</summary>
    public override string ToString() => $"{Uri}, database {Database}, user {User}";
}
