using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupplyGraph.Api.Tests;

namespace SupplyGraph.Explorer.Tests.Browser;

/// <summary>A server that listens on a port of its own: a browser reaches no other.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly ApiHost host;

    private Server(ApiHost host)
    {
        this.host = host;
        Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Address { get; }

    /// <summary>Starts one and waits until its graph is there.</summary>
    /// <param name="seed">The folder that it is seeded from; that of the sources unless told.</param>
    /// <param name="change">Changes to its services.</param>
    public static async Task<Server> StartAsync(string? seed = null, Action<IServiceCollection>? change = null)
    {
        // As dotnet run starts it: the pages come from the folder beside the binaries, and not from the sources.
        var host = new ApiHost
        {
            Settings =
            {
                [WebHostDefaults.ServerUrlsKey] = "http://127.0.0.1:0", [WebHostDefaults.EnvironmentKey] = Environments.Production,
                // A page asks for forty files, and a line for each would bury what failed.
                ["Logging:LogLevel:Default"] = "Warning",
            },
            Change = change ?? (_ => { }),
        };
        if (seed is not null) host.Settings["Seed:Folder"] = seed;
        host.UseKestrel();
        host.StartServer();
        var server = new Server(host);
        await host.ReadyAsync();
        return server;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
