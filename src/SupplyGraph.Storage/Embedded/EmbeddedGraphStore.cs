using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// The graph in one SQLite file. One connection writes, one change set at a time; readers have their own and never wait for it. One process owns the file: see
/// <see cref="FileLock"/>.
/// The view is built by a scan when it is first asked for, then carried on from commit to commit; after a large commit the next question builds it anew.
/// </summary>
public sealed partial class EmbeddedGraphStore(EmbeddedStoreOptions options) : IGraphStore
{
    private readonly ReadSessions sessions = new(options.Path);
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SemaphoreSlim scanning = new(1, 1);
    private readonly Lock publishing = new();
    private FileLock? owned;
    private Session? writer;
    private long version;
    private bool disposed;
    private volatile GraphView? view;

    /// <inheritdoc/>
    public string Identity { get; private set; } = "";

    /// <inheritdoc/>
    /// <exception cref="IOException">Another process holds the file.</exception>
    /// <exception cref="InvalidDataException">The file's schema is newer than this program knows.</exception>
    public Task OpenAsync(CancellationToken cancel)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(options.Path)) is { } folder) Directory.CreateDirectory(folder);
        owned = new FileLock(options.Path);
        writer = Session.ForWriting(options.Path);
        Schema.Migrate(writer, options.Path);
        version = writer.Number("SELECT MAX(version) FROM versions") ?? 0;
        Identity = writer.List("SELECT id FROM identity", row => row.GetString(0))[0];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<GraphView> GetViewAsync(CancellationToken cancel)
    {
        var wanted = Volatile.Read(ref version);
        if (view is { } current && current.Snapshot.Version >= wanted) return current;
        await scanning.WaitAsync(cancel);
        try
        {
            if (view is { } meanwhile && meanwhile.Snapshot.Version >= wanted) return meanwhile;
            return Publish(await Task.Run(() => sessions.Use(db => ViewScan.Read(db, cancel)), cancel));
        }
        finally
        {
            scanning.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            // A large set keeps a thread busy for long: not the caller's.
            return await Task.Run(() => Commit(changes, cancel), cancel);
        }
        finally
        {
            writing.Release();
        }
    }

    private CommitResult Commit(ChangeSet set, CancellationToken cancel)
    {
        var db = writer ?? throw new InvalidOperationException("The store is not open.");
        var before = version;
        var (result, changes) = db.InTransaction(() => Embedded.Commit.Write(db, set, before, options.Clock.GetUtcNow(), cancel));
        if (result.Version == before) return result;
        try
        {
            // First the view, then the version: who asks in between gets one or the other whole.
            if (view is { } current && current.Snapshot.Version == before && changes.Count + current.Snapshot.OverlaySize <= Limits.MaxOverlay)
                Publish(changes.ApplyTo(current, result.Version));
        }
        finally
        {
            // The file has it, whatever became of the view: the next question builds one anew.
            Volatile.Write(ref version, result.Version);
        }
        return result;
    }

    /// <summary>Shows a view unless a newer one is shown already; gives the one shown.</summary>
    private GraphView Publish(GraphView made)
    {
        lock (publishing)
        {
            if (view is { } shown && shown.Snapshot.Version >= made.Snapshot.Version) return shown;
            view = made;
            return made;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Once: disposing again does nothing.
        if (Interlocked.Exchange(ref disposed, true)) return;
        await writing.WaitAsync();
        sessions.Dispose();
        writer?.Dispose();
        owned?.Dispose();
        writing.Dispose();
        scanning.Dispose();
    }
}
