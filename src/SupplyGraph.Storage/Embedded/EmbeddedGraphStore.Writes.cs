using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Storage.Embedded;

public sealed partial class EmbeddedGraphStore
{
    private Session Writer => writer ?? throw new InvalidOperationException("The store is not open.");

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel)
    {
        var puts = new ClaimBatch(changes.Claims);
        var result = await AloneAsync(
            () => Write(changes.Import, writes =>
            {
                writes.Write(changes, puts, cancel);
                return writes.Close(null, cancel);
            }),
            cancel);
        return result with { ClaimIds = puts.Ids() };
    }

    /// <inheritdoc/>
    public Task<ImportUndone?> UndoImportAsync(string import, CancellationToken cancel) => AloneAsync(
        () => new SqlRows(Writer).FindImport(import) is not { } n ? null : Write(null, writes =>
        {
            var undone = writes.Undo(n, cancel);
            return undone with { Version = writes.Close(null, cancel).Version };
        }),
        cancel);

    /// <inheritdoc/>
    public async Task<IGraphLoad> BeginLoadAsync(string? import, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            var before = await GetViewAsync(cancel);
            // Every row that a load writes refers to rows that it has just looked up: SQLite need not look them up again.
            Writer.Run("PRAGMA foreign_keys = OFF");
            Writer.Begin();
            return new EmbeddedLoad(this, before, new Writing(new SqlRows(Writer), version, options.Clock.GetUtcNow(), import));
        }
        catch
        {
            EndLoad();
            throw;
        }
    }

    /// <summary>Commits a load, and shows its version once the view of it stands.</summary>
    internal CommitResult Commit(Writing load, string? report, CancellationToken cancel)
    {
        var result = load.Close(report, cancel);
        var db = Writer;
        db.CommitWithoutCheckpoint();
        load.Release();
        // The view is read while the log is carried over into the file.
        var checkpoint = Task.Run(db.Checkpoint, CancellationToken.None);
        Show(load.View, result.Version);
        checkpoint.Wait(CancellationToken.None);
        return result;
    }

    /// <summary>Lets go of the writer; undoes what was not committed.</summary>
    internal void EndLoad()
    {
        try
        {
            Writer.RollBack();
            Writer.Run("PRAGMA foreign_keys = ON");
        }
        finally
        {
            writing.Release();
        }
    }

    private T Write<T>(string? import, Func<Writing, T> work)
    {
        Writing? writes = null;
        var result = Writer.InTransaction(() => work(writes = new Writing(new SqlRows(Writer), version, options.Clock.GetUtcNow(), import)));
        Show(writes!.View, writes.Result.Version);
        return result;
    }

    // First the view, then the version: who asks in between gets the one before, whole, and waits for nothing.
    private void Show(ViewChanges changes, long made)
    {
        if (made == version) return;
        try
        {
            if (view is { } current && current.Snapshot.Version == version && changes.FitOn(current)) Publish(changes.ApplyTo(current, made));
            else if (view is { } old) Publish(sessions.Use(db => ViewScan.Read(db, NamesAfter(changes, old), CancellationToken.None)));
        }
        finally
        {
            // The file has it, whatever became of the view: the next question builds one anew.
            Volatile.Write(ref version, made);
        }
    }

    private NameIndex? NamesAfter(ViewChanges changes, GraphView before) => before.Snapshot.Version == version ? changes.NamesAfter(before) : null;

    // A large set keeps a thread busy for long: not the caller's.
    private async Task<T> AloneAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            return await Task.Run(work, cancel);
        }
        finally
        {
            writing.Release();
        }
    }
}
