namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>An import that the queue knows, with what only this process needs of it. Safe for several threads.</summary>
internal sealed class LiveImport
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImportRecord record;
    private ImportProgress? progress;
    private CancellationTokenSource? run;
    private bool isCancelAsked;
    private bool isStored;

    public LiveImport(ImportRecord record, ImportFolder folder)
    {
        this.record = record;
        Folder = folder;
        Key = record.IdempotencyKey;
        Number = record.Number;
    }

    public ImportFolder Folder { get; }

    public string? Key { get; }

    public long Number { get; }

    /// <summary>Done when the import is finished.</summary>
    public Task Ended => ended.Task;

    /// <summary>Whether someone wants its run ended.</summary>
    public bool IsCancelAsked => Volatile.Read(ref isCancelAsked);

    /// <summary>As it stands now; of a finished one without the lists of its report, unless the disk failed to take them.</summary>
    public ImportRecord Record
    {
        get
        {
            lock (gate)
            {
                return progress is null ? record : record with { Rows = progress.Rows, BytesDone = Math.Min(progress.Bytes, record.Bytes) };
            }
        }
    }

    /// <summary>As it stands now, whole; null where it has just been removed.</summary>
    public ImportRecord? WholeRecord => Volatile.Read(ref isStored) ? Folder.Read() : Record;

    /// <summary>Begins the run; null where the import no longer waits.</summary>
    /// <param name="ending">What ends the run; not used once the import has ended.</param>
    public ImportProgress? TryStart(DateTime now, CancellationTokenSource ending)
    {
        lock (gate)
        {
            if (record.State != ImportState.Queued) return null;
            record = record with { State = ImportState.Running, StartedAt = now };
            run = ending;
            return progress = new ImportProgress();
        }
    }

    /// <summary>Whether an earlier run ended without knowing whether it had committed.</summary>
    public bool WasBrokenOff { get; private set; }

    /// <summary>Puts it back as if it had not begun.</summary>
    public void BackToQueue(bool brokenOff = false)
    {
        lock (gate)
        {
            WasBrokenOff |= brokenOff;
            (progress, run) = (null, null);
            record = record with { State = ImportState.Queued, StartedAt = null };
        }
    }

    /// <summary>Ends it where it waits (true: still to be stored), or asks its run to end.</summary>
    public bool Cancel(DateTime now)
    {
        lock (gate)
        {
            if (record.IsFinished) return false;
            Volatile.Write(ref isCancelAsked, true);
            // Not in this thread: whoever waits for it goes on at once, and would hold the gate meanwhile.
            _ = run?.CancelAsync();
            if (record.State == ImportState.Running) return false;
            record = record with { State = ImportState.Cancelled, FinishedAt = now };
            return true;
        }
    }

    /// <summary>Takes the finished record.</summary>
    /// <param name="stored">Whether the disk has it.</param>
    public void End(ImportRecord finished, bool stored)
    {
        lock (gate)
        {
            (progress, run) = (null, null);
            record = stored ? finished.Summary() : finished;
            Volatile.Write(ref isStored, stored);
        }
        ended.TrySetResult();
    }
}
