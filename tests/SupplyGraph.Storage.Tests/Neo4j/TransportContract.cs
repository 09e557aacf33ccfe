using SupplyGraph.Storage.Neo4j;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Tests.Neo4j;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>What every transport does on a real server, whatever it speaks.</summary>
public abstract partial class TransportContract : IAsyncLifetime
{
    /// <summary>Keeps a server busy for hours, and gives no row before.</summary>
    private const string Slow = "UNWIND range(1, 100000000) AS x UNWIND range(1, 1000) AS y WITH x * y AS z RETURN count(z)";

    protected static readonly CancellationToken None = CancellationToken.None;

    private ICypherTransport? transport;

    /// <summary>Where the server is, for this transport; known once the test has begun.</summary>
    protected Uri Address { get; private set; } = Neo4jServer.Uri;

    protected abstract Task<Uri> AddressAsync();

    private protected ICypherTransport Transport => transport ??= Open();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Address = await AddressAsync();
        await Neo4jServer.EmptyAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (transport is not null) await transport.DisposeAsync();
    }

    private protected ICypherTransport Open(Func<Neo4jStoreOptions, Neo4jStoreOptions>? change = null)
    {
        var options = new Neo4jStoreOptions { Uri = Address, User = Neo4jServer.User, Password = Neo4jServer.Password };
        return CypherTransport.Open(change?.Invoke(options) ?? options);
    }

    private protected static CypherStatement Reading(string text, params (string Name, object? Value)[] parameters) => new(text)
    {
        Parameters = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
    };

    private protected static CypherStatement Writing(string text, params (string Name, object? Value)[] parameters) =>
        Reading(text, parameters) with { Writes = true };

    private protected static async Task<long> CountAsync(string text) => (await Neo4jServer.RunAsync(text))[0][0].GetInt64();

    /// <summary>Waits until no statement like this runs on the server any more: the server looks only now and then whether it is to stop.</summary>
    private static async Task StoppedAsync(string beginning)
    {
        const int tries = 200;
        for (var at = 0; at < tries; at++)
        {
            var running = await Neo4jServer.RunAsync(
                "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH $beginning RETURN count(*)", new { beginning });
            if (running[0][0].GetInt64() == 0) return;
            await Task.Delay(50);
        }
        Assert.Fail($"The server still runs {beginning}…");
    }
}
