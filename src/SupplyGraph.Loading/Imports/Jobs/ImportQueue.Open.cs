using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Imports.Jobs;

public sealed partial class ImportQueue
{
    /// <summary>
    /// Takes up what earlier processes left of this graph's imports: finished ones are known again, one that had committed is finished by the report that the
    /// commit left, all others are run (again: nothing of them is in the graph). Call with the store open, before anything else, and again where it failed.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    /// <exception cref="GraphUnavailableException">The store does not answer now.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        // By graph: one that is begun anew in the same place must not take over the files of the one before.
        root = Directory.CreateDirectory(Path.Combine(options.Path, store.Identity)).FullName;
        var takenUp = new List<LiveImport>();
        foreach (var (record, folder) in Left().OrderBy(left => left.Record.Number))
        {
            cancel.ThrowIfCancellationRequested();
            takenUp.Add(await TakeUpAsync(record, folder));
        }
        // All of them or, where the store failed in between, none: the next call takes up each once.
        foreach (var import in takenUp) Add(import);
        MakeRoom();
    }

    private List<(ImportRecord Record, ImportFolder Folder)> Left()
    {
        var left = new List<(ImportRecord, ImportFolder)>();
        foreach (var path in Directory.GetDirectories(root!))
        {
            var folder = new ImportFolder(path);
            if (folder.Read() is { } record) left.Add((record, folder));
            // A file that was still arriving: its sender was never told that it is here.
            else folder.Delete();
        }
        return left;
    }

    private async Task<LiveImport> TakeUpAsync(ImportRecord record, ImportFolder folder)
    {
        if (record.IsFinished)
        {
            // Its process ended before it could tidy up.
            folder.DeleteBody();
            var finished = new LiveImport(record, folder);
            finished.End(record, stored: true);
            return finished;
        }
        if (await CommittedAsync(record.Id) is { } report)
        {
            var committed = new LiveImport(record, folder);
            Settle(committed, Reported(committed, report) with { BytesDone = record.Bytes });
            return committed;
        }
        return new LiveImport(record with { State = ImportState.Queued, StartedAt = null }, folder);
    }
}
