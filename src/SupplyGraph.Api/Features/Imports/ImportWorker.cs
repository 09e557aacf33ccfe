using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Loading.Imports.Jobs;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>Runs imports beside the server, one after the other.</summary>
internal sealed partial class ImportWorker(ImportQueue imports, Readiness readiness, ILogger<ImportWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReadyAsync(stoppingToken);
            while (true) await RunNextAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What ran is queued again; the next start goes on.
        }
    }

    private async Task RunNextAsync(CancellationToken stopping)
    {
        try
        {
            if (await imports.RunNextAsync(stopping) is not { } end) return;
            var (import, failure) = end;
            if (failure is not null) LogFailed(log, failure, import.Id);
            var seconds = (import.FinishedAt - import.StartedAt)?.TotalSeconds ?? 0;
            LogEnded(log, import.Id, Term.Of(import.State), import.Rows.Read, import.Rows.Rejected, seconds);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LogNotKept(log, failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "Import {Id} {State}: {Read} rows read, {Rejected} rejected, in {Seconds:0.00} s")]
    private static partial void LogEnded(ILogger log, string id, string state, long read, long rejected, double seconds);

    [LoggerMessage(LogLevel.Error, "Import {Id} failed")]
    private static partial void LogFailed(ILogger log, Exception failure, string id);

    [LoggerMessage(LogLevel.Error, "What became of an import could not be kept; the next start finds out again")]
    private static partial void LogNotKept(ILogger log, Exception failure);
}
