using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Hosting.Settings;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Embedded;
using SupplyGraph.Storage.Neo4j;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>Chooses the store, once, at start.</summary>
internal static class StoreSetup
{
    public static void AddStore(this WebApplicationBuilder builder, ServerSettings settings)
    {
        builder.Services.AddSingleton(settings.Store);
        builder.Services.AddSingleton(settings.Seed);
        builder.Services.AddSingleton<IGraphStore>(_ => settings.Store.Neo4j is { } server
            ? new Neo4jGraphStore(server)
            : new EmbeddedGraphStore(settings.Store.Embedded!));
        builder.Services.AddSingleton<RecentClaims>();
        builder.Services.AddSingleton<EvidenceReading>();
        builder.Services.AddSingleton(Budget.Default);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<NameResolver>();
        builder.Services.AddHostedService<StoreOpening>();
        // A file beside the process does not go away.
        if (settings.Store.Neo4j is not null) builder.Services.AddHostedService<StoreWatch>();
    }
}
