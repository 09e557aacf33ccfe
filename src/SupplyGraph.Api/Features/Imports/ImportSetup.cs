using SupplyGraph.Loading.Imports.Jobs;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>The queue of imports and the worker that runs them.</summary>
internal static class ImportSetup
{
    public static void AddImports(this WebApplicationBuilder builder, ImportQueueOptions options)
    {
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<ImportQueue>();
        builder.Services.AddHostedService<ImportWorker>();
    }
}
