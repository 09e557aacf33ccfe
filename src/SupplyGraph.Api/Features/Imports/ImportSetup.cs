using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Loading.Imports.Jobs;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>Chooses where imports are kept, once, at start.</summary>
internal static class ImportSetup
{
    private const string DefaultFolder = "imports";

    public static void AddImports(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Imports").Get<ImportQueueOptions>() ?? new ImportQueueOptions();
        builder.Services.AddSingleton(services => options with { Path = PathOf(options, services.GetRequiredService<StoreOptions>()) });
        builder.Services.AddSingleton<ImportQueue>();
        builder.Services.AddHostedService<ImportWorker>();
    }

    // Beside the graph that they belong to, unless it is said where.
    private static string PathOf(ImportQueueOptions options, StoreOptions store) =>
        Path.GetFullPath(options.Path.Length > 0 ? options.Path : Path.Combine(Path.GetDirectoryName(store.Path)!, DefaultFolder));
}
