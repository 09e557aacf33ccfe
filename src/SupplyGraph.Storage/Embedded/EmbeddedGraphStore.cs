namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// The graph in one SQLite file. One connection writes, one change set at a time; readers have their own and never wait for it. One process owns the file: see
/// <see cref="FileLock"/>.
/// The view is built by a scan when it is first asked for, then carried on from commit to commit; a large commit builds it anew before readers see its version.
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
            return Publish(await Task.Run(() => sessions.Use(db => ViewScan.Read(db, names: null, cancel)), cancel));
        }
        finally
        {
            scanning.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<GraphExtent?> GetExtentAsync(GraphView view, Extent wanted, CancellationToken cancel) => new(new GraphExtent(view.Snapshot));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EntityDegree>> GetDegreesAsync(GraphView view, string entity, CancellationToken cancel) =>
        new(EntityDegree.Of(view.Snapshot, entity));

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
