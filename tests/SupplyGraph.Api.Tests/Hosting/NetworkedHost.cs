using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Api.Tests.Hosting;

/// <summary>A server that believes its graph to be in Neo4j, over a store whose network the test holds in its hand.</summary>
internal sealed class NetworkedHost : IAsyncDisposable
{
    public const string Refused = "No server answers at http://graph.internal:7474.";

    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-network-").FullName;

    public NetworkedHost()
    {
        var (store, network) = NetworkedStore.Behind(new EmbeddedGraphStore(new EmbeddedStoreOptions { Path = Path.Combine(folder, "graph.db") }), Refused);
        Network = network;
        Api = new ApiHost
        {
            Settings =
            {
                ["Store"] = "Neo4j",
                ["Neo4j:Uri"] = "http://graph.internal:7474",
                ["Neo4j:Password"] = "unused",
                ["Imports:Path"] = Path.Combine(folder, "imports"),
                ["Seed:Folder"] = SmallGraph.Folder,
            },
            Change = services => services.AddSingleton(store).AddSingleton<ILoggerProvider>(Log),
        };
        Client = Api.CreateClient();
    }

    public ApiHost Api { get; }

    public NetworkedStore Network { get; }

    public HttpClient Client { get; }

    public LogLines Log { get; } = new();

    /// <summary>Asks until the server is ready, or until it no longer is.</summary>
    public async Task<string> ReadinessAsync(bool ready)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
            if (answer.IsSuccessStatusCode == ready) return await answer.Content.ReadAsStringAsync(limit.Token);
            await Task.Delay(20, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Api.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
