using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>How a run ended.</summary>
/// <param name="Import">The import as it stands then.</param>
/// <param name="Failure">What went wrong in the server or its disk; null where nothing did.</param>
public sealed record ImportEnd(ImportRecord Import, Exception? Failure);

public sealed partial class ImportQueue
{
    private const string FailureInWords =
        "The server could not run the import, and nothing of it was taken over; its log names the cause under the import's id.";

    private const string UnknownInWords = "The server failed, and does not know whether the import landed; its next start finds out.";

    /// <summary>Waits for the next import and runs it to its end. For one caller at a time: writes are serial.</summary>
    /// <param name="stopping">Ends the run cleanly and leaves the import queued, for the next process.</param>
    /// <returns>How it ended; null where it was cancelled while it waited, or is queued again because the graph's home went away.</returns>
    /// <exception cref="OperationCanceledException">Stopping was asked for.</exception>
    /// <exception cref="IOException">The import ended and the disk does not take what became of it; the next process finds out again.</exception>
    public async Task<ImportEnd?> RunNextAsync(CancellationToken stopping)
    {
        var import = await waiting.Reader.ReadAsync(stopping);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (import.TryStart(Now, ending) is not { } progress) return null;
        try
        {
            import.Folder.Write(import.Record);
            // The graph's home may have taken the commit and gone away before it said so.
            var committed = import.WasBrokenOff ? await CommittedAsync(import.Record.Id) : null;
            var report = committed ?? await RunAsync(import, progress, ending.Token);
            return new ImportEnd(Settle(import, Reported(import, report)), null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !import.IsCancelAsked)
        {
            // On disk it runs: the next process takes up both alike.
            import.BackToQueue();
            throw;
        }
        catch (GraphUnavailableException away) when (!import.IsCancelAsked)
        {
            import.BackToQueue(brokenOff: true);
            await Task.Delay(away.RetryAfter, stopping);
            waiting.Writer.TryWrite(import);
            return null;
        }
        catch (Exception failure) when (!import.Record.IsFinished)
        {
            return await SettleBrokenOffAsync(import, failure);
        }
        finally
        {
            // Where even that failed, the store itself is out of order: only the next process can find out, from the record as it is on disk.
            if (import.Record.State == ImportState.Running)
                import.End(import.Record with { State = ImportState.Failed, FinishedAt = Now, Failure = UnknownInWords }, stored: false);
        }
    }

    private async Task<ImportReport> RunAsync(LiveImport import, ImportProgress progress, CancellationToken cancel)
    {
        var record = import.Record;
        await using var body = import.Folder.OpenBody();
        await using var rejects = import.Folder.CreateRejects();
        var report = await importer.RunAsync(record.Id, record.Options, body, rejects, progress, cancel);
        rejects.Flush(flushToDisk: true);
        return report;
    }

    // What was committed stands, whatever broke afterwards.
    private async Task<ImportEnd> SettleBrokenOffAsync(LiveImport import, Exception failure)
    {
        var cancelled = failure is OperationCanceledException && import.IsCancelAsked;
        var ended = await CommittedAsync(import.Record.Id) is { } report ? Reported(import, report)
            : cancelled ? import.Record with { State = ImportState.Cancelled, FinishedAt = Now }
            : import.Record with { State = ImportState.Failed, FinishedAt = Now, Failure = FailureInWords };
        return new ImportEnd(Settle(import, ended), cancelled ? null : failure);
    }

    private async Task<ImportReport?> CommittedAsync(string id) =>
        await store.GetImportReportAsync(id, CancellationToken.None) is { } text ? ImportReportText.Read(text) : null;

    private ImportRecord Reported(LiveImport import, ImportReport report) => import.Record with
    {
        State = report.Outcome == ImportOutcome.Succeeded ? ImportState.Succeeded : ImportState.Refused,
        FinishedAt = Now,
        Rows = report.Rows,
        Report = report,
        HasRejects = import.Folder.HasRejects,
    };

    /// <summary>Stores what became of an import, and lets go of what is no longer needed.</summary>
    private ImportRecord Settle(LiveImport import, ImportRecord finished)
    {
        var stored = false;
        try
        {
            import.Folder.Write(finished);
            stored = true;
        }
        finally
        {
            import.End(finished, stored);
        }
        import.Folder.DeleteBody();
        if (!finished.HasRejects) import.Folder.DeleteRejects();
        MakeRoom();
        return finished;
    }

    private void MakeRoom()
    {
        foreach (var old in Known().Where(i => i.Record.IsFinished).OrderByDescending(i => i.Number).Skip(options.MaxKept))
        {
            bool removed;
            lock (gate) removed = imports.Remove(old.Record.Id);
            if (removed) old.Folder.Delete();
        }
    }
}
