using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>
/// Asks the database behind an open graph now and then for next to nothing, so that readiness tells whether it answers: a load balancer then stops sending
/// requests here, and begins again by itself.
/// </summary>
internal sealed partial class StoreWatch(IGraphStore store, StoreOptions options, Readiness readiness, ILogger<StoreWatch> log) : BackgroundService
{
    /// <summary>No import has it; looking for its report is the least that a store can be asked which it does not hold in memory.</summary>
    private const string NoImport = "-";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(5);

    private bool isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReadyAsync(stoppingToken);
            while (true)
            {
                await AskAsync(stoppingToken);
                await Task.Delay(Interval, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private async Task AskAsync(CancellationToken cancel)
    {
        try
        {
            var answer = store.GetImportReportAsync(NoImport, cancel);
            // The question has the store's own patience, which may be long; readiness has less.
            if (await Task.WhenAny(answer, Task.Delay(Patience, cancel)) != answer)
                Lose($"{options.Place} has not answered the simplest question for {Patience.TotalSeconds:0} s.");
            await answer;
            if (readiness.Free()) LogBack(log, options.Place);
            isAway = false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            Lose(failure is GraphUnavailableException ? failure.Message : $"{options.Place} answers with an error; the server's log holds it.", failure);
        }
    }

    private void Lose(string reason, Exception? failure = null)
    {
        readiness.Hinder(reason, Interval);
        if (!isAway) LogAway(log, failure is GraphUnavailableException ? null : failure, reason);
        isAway = true;
    }

    [LoggerMessage(LogLevel.Warning, "What needs the database is refused until it answers again: {Reason}")]
    private static partial void LogAway(ILogger log, Exception? failure, string reason);

    [LoggerMessage(LogLevel.Information, "{Place} answers again")]
    private static partial void LogBack(ILogger log, string place);
}
