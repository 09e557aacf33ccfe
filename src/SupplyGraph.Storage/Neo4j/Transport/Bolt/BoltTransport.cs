using Neo4j.Driver;

namespace SupplyGraph.Storage.Neo4j.Transport.Bolt;

/// <summary>
/// Cypher over Bolt, by Neo4j's driver. Every statement is an auto-commit transaction: one message to the server and back, where the driver's managed
/// transactions take three, and their retries would run a statement twice of which nobody knows whether it happened. The rules for trying again, time, and
/// bookmarks are ours, the same as over HTTP. In a cluster <c>neo4j</c> addresses find the leader; <c>bolt</c> addresses mean one member.
/// </summary>
internal sealed class BoltTransport(Neo4jStoreOptions options) : CallingTransport(options)
{
    // Rows that the server sends before it waits for the next request.
    private const int FetchSize = 10_000;

    // Where a server is restarted or a firewall forgets, a connection that has been idle longer is tried before it is used.
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(15);

    // One connection more than statements may use, to stop statements by.
    private readonly IDriver driver = GraphDatabase.Driver(options.Uri, AuthTokens.Basic(options.User, options.Password), config => config
        .WithMaxConnectionPoolSize(options.MaxConnections + 1)
        .WithConnectionTimeout(options.ConnectTimeout)
        .WithConnectionAcquisitionTimeout(2 * options.ConnectTimeout)
        .WithConnectionLivenessCheckTimeout(IdleConnection)
        .WithMaxConnectionLifetime(TimeSpan.FromMinutes(5))
        .WithFetchSize(FetchSize)
        .WithTelemetryDisabled());

    private readonly string database = options.Database;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await driver.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override Task<ICypherCall> OpenAsync(CypherStatement statement, Deadline deadline, Turn turn) =>
        new BoltCall(driver, database, statement, deadline, Setting, turn).OpenAsync();
}
