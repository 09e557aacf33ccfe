using System.Diagnostics;
using SupplyGraph.Loading.Imports.Jobs;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>
/// Opens the store beside the starting server, fills an empty one with the seed graph, takes up unfinished imports, and then calls the server ready.
/// </summary>
internal sealed partial class StoreOpening(
    IGraphStore store,
    StoreOptions options,
    SeedOptions seed,
    ImportQueue imports,
    Readiness readiness,
    IHostApplicationLifetime lifetime,
    ILogger<StoreOpening> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            await store.OpenAsync(stoppingToken);
            var view = await store.GetViewAsync(stoppingToken);
            LogOpened(log, options.Path, view.Snapshot.Version, Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (view.Snapshot.Version == 0 && seed.Enabled) await SeedAsync(stoppingToken);
            await imports.OpenAsync(stoppingToken);
            readiness.Announce();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped while opening: nothing is half-written, and the next start goes on.
        }
        catch (Exception failure)
        {
            LogFailed(log, failure, options.Path);
            Environment.ExitCode = 1;
            // Not before the server has started: a start that is broken off ends in an error of its own.
            lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        }
    }

    private async Task SeedAsync(CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        await SeedGraph.LoadAsync(store, seed.Folder, cancel);
        var counts = await store.GetStatisticsAsync(cancel);
        LogSeeded(log, counts.Entities, counts.Relationships, counts.Claims, seed.Folder, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    [LoggerMessage(LogLevel.Information, "Opened {Path} at version {Version} in {Seconds:0.00} s")]
    private static partial void LogOpened(ILogger log, string path, long version, double seconds);

    [LoggerMessage(LogLevel.Information, "Seeded {Entities} entities, {Relationships} relationships, {Claims} claims from {Folder} in {Seconds:0.00} s")]
    private static partial void LogSeeded(ILogger log, long entities, long relationships, long claims, string folder, double seconds);

    [LoggerMessage(LogLevel.Critical, "The store at {Path} could not be opened or seeded, or its imports not be taken up; stopping")]
    private static partial void LogFailed(ILogger log, Exception failure, string path);
}
