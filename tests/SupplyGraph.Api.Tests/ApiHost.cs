using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SupplyGraph.Api.Http.Hosting;

namespace SupplyGraph.Api.Tests;

/// <summary>A server with a database of its own, in a folder that goes with it.</summary>
public class ApiHost : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-api-").FullName;

    /// <summary>Configuration over that of appsettings.json.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Changes to the services, for what cannot be brought about from outside.</summary>
    public Action<IServiceCollection> Change { get; init; } = _ => { };

    public string DatabasePath => Settings.GetValueOrDefault("Embedded:Path") ?? Path.Combine(folder, "graph.db");

    /// <summary>A server over a handful of entities and claims.</summary>
    public static async Task<ApiHost> SmallAsync() => await new ApiHost { Settings = { ["Seed:Folder"] = SmallGraph.Folder } }.ReadyAsync();

    /// <summary>Waits until the graph is open and seeded.</summary>
    public async Task<ApiHost> ReadyAsync()
    {
        var readiness = Services.GetRequiredService<Readiness>();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!readiness.IsReady) await Task.Delay(20, limit.Token);
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Embedded:Path", DatabasePath);
        builder.UseSetting("RateLimit:RequestsPerMinute", "0");
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(Change);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
