using System.Diagnostics;
using SupplyGraph.Loading.Imports.Jobs;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>
/// Opens the store beside the starting server, fills an empty one with the seed graph, takes up unfinished imports, and then calls the server ready.
/// A database that cannot be opened is tried again until it can, whatever is the matter: somebody may be about to mend a password, too.
/// Any other failure ends the process.
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
    private bool isOpen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await OpenAtLastAsync(stoppingToken);
            readiness.Announce();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped while opening: nothing is half-written, and the next start goes on.
        }
        catch (Exception failure)
        {
            LogFailed(log, failure, options.Place);
            Environment.ExitCode = 1;
            // Not before the server has started: a start that is broken off ends in an error of its own.
            lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        }
    }

    private async Task OpenAtLastAsync(CancellationToken stopping)
    {
        var backoff = new Backoff();
        string? told = null;
        while (true)
        {
            try
            {
                await OpenAsync(stopping);
                return;
            }
            catch (Exception failure) when (MayPass(failure))
            {
                var wait = backoff.Next();
                var reason = ReasonOf(failure);
                readiness.Hinder(reason, wait);
                // Once for each reason: a night without a database is no log full of it.
                if (reason != told) LogUnavailable(log, IsTold(failure) ? null : failure, reason);
                told = reason;
                await Task.Delay(wait, stopping);
            }
        }
    }

    private bool MayPass(Exception failure) =>
        failure is GraphUnavailableException || (options.Neo4j is not null && !isOpen && failure is not OperationCanceledException);

    // A database that cannot be reached, a newer schema, other people's nodes in the way.
    private static bool IsTold(Exception failure) => failure is GraphUnavailableException or InvalidDataException;

    private string ReasonOf(Exception failure) => IsTold(failure) ? failure.Message : $"{options.Place} cannot be opened; the server's log says why.";

    private async Task OpenAsync(CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        if (!isOpen) await store.OpenAsync(cancel);
        isOpen = true;
        Say("The graph is being read into memory.");
        var view = await store.GetViewAsync(cancel);
        LogOpened(log, options.Place, view.Snapshot.Version, Stopwatch.GetElapsedTime(started).TotalSeconds);
        if (view.Snapshot.Version == 0 && seed.Enabled) await SeedAsync(cancel);
        Say("Imports that the process before left are being taken up.");
        await imports.OpenAsync(cancel);
    }

    private async Task SeedAsync(CancellationToken cancel)
    {
        Say("The graph is empty and is being seeded; where several servers share it, one of them does.");
        var started = Stopwatch.GetTimestamp();
        if (await SeedGraph.LoadIntoEmptyAsync(store, seed.Folder, cancel) is null)
        {
            LogSeededElsewhere(log, options.Place);
            return;
        }
        var counts = await store.GetStatisticsAsync(cancel);
        LogSeeded(log, counts.Entities, counts.Relationships, counts.Claims, seed.Folder, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private void Say(string reason) => readiness.Hinder(reason, TimeSpan.FromSeconds(1));

    [LoggerMessage(LogLevel.Information, "Opened {Place} at version {Version} in {Seconds:0.00} s")]
    private static partial void LogOpened(ILogger log, string place, long version, double seconds);

    [LoggerMessage(LogLevel.Information, "Seeded {Entities} entities, {Relationships} relationships, {Claims} claims from {Folder} in {Seconds:0.00} s")]
    private static partial void LogSeeded(ILogger log, long entities, long relationships, long claims, string folder, double seconds);

    [LoggerMessage(LogLevel.Information, "{Place} was empty and another server filled it first")]
    private static partial void LogSeededElsewhere(ILogger log, string place);

    [LoggerMessage(LogLevel.Warning, "The graph cannot be opened yet; trying again until it can: {Reason}")]
    private static partial void LogUnavailable(ILogger log, Exception? failure, string reason);

    [LoggerMessage(LogLevel.Critical, "The store at {Place} could not be opened or seeded, or its imports not be taken up; stopping")]
    private static partial void LogFailed(ILogger log, Exception failure, string place);
}
