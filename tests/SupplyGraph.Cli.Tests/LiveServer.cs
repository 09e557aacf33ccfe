using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Tests;

namespace SupplyGraph.Cli.Tests;

/// <summary>The real server over the small graph, on a port of its own.</summary>
public sealed class LiveServer : IAsyncLifetime, IAsyncDisposable
{
    private readonly ApiHost host;

    /// <summary>One for the tests of a class that only read.</summary>
    public LiveServer() : this([], _ => { })
    {
    }

    // Port 0 is any that is free. It is given as an address, and not to UseKestrel, which may come too late for a server that has already begun to listen.
    private LiveServer(Dictionary<string, string> settings, Action<IServiceCollection> change) => host = new ApiHost
    {
        Settings = new(settings) { ["Seed:Folder"] = SmallGraph.Folder, [WebHostDefaults.ServerUrlsKey] = "http://127.0.0.1:0" },
        Change = change,
    };

    public Uri Address { get; private set; } = null!;

    /// <summary>A server for one test, which may change the graph.</summary>
    public static async Task<LiveServer> StartAsync(Dictionary<string, string>? settings = null, Action<IServiceCollection>? change = null)
    {
        var server = new LiveServer(settings ?? [], change ?? (_ => { }));
        await server.InitializeAsync();
        return server;
    }

    public async Task InitializeAsync()
    {
        host.UseKestrel();
        host.StartServer();
        Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!host.Services.GetRequiredService<Readiness>().IsReady) await Task.Delay(20, limit.Token);
    }

    /// <summary>What the server itself answers.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Address };
        return await http.GetStringAsync(new Uri(path, UriKind.Relative));
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
