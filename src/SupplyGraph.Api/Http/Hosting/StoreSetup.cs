using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>Chooses the store, once, at start.</summary>
internal static class StoreSetup
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        var options = StoreOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(builder.Configuration.GetSection("Seed").Get<SeedOptions>() ?? new SeedOptions());
        builder.Services.AddSingleton<IGraphStore>(_ => new EmbeddedGraphStore(new EmbeddedStoreOptions { Path = options.Path }));
        builder.Services.AddSingleton(Budget.Default);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<NameResolver>();
        builder.Services.AddHostedService<StoreOpening>();
    }
}
