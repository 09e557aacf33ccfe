using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;
using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>
/// Takes imports in, runs them one at a time in the order in which they were accepted, and keeps what became of them: all of it on disk, so that whatever ends
/// the process, an accepted import is run to its end by the next one. Safe for several threads.
/// </summary>
public sealed partial class ImportQueue(ImportQueueOptions options, IGraphStore store, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim accepting = new(1, 1);
    private readonly Channel<LiveImport> waiting = Channel.CreateUnbounded<LiveImport>();
    private readonly Dictionary<string, LiveImport> imports = new(StringComparer.Ordinal);
    private readonly Importer importer = new(store);
    private int arriving;
    private long lastNumber;
    private string? root;

    /// <summary>The import as it stands now, whole; null where there is none of that id.</summary>
    public ImportRecord? Read(string id) => Live(id)?.WholeRecord;

    /// <summary>Whether there is an import of that id, and how far it has come.</summary>
    public ImportState? StateOf(string id) => Live(id)?.Record.State;

    /// <summary>Imports as they stand now, the newest first, without the lists of their reports.</summary>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="before">Only those with a lesser number; null for all.</param>
    public IReadOnlyList<ImportRecord> List(ImportState? state, long? before, int limit) =>
        [.. Known().Select(i => i.Record).Where(r => (state is null || r.State == state) && r.Number < (before ?? long.MaxValue))
            .OrderByDescending(r => r.Number).Take(limit)];

    /// <summary>The rejected rows as a CSV file; null where the import is not finished, or none was rejected.</summary>
    public Stream? OpenRejects(string id) => Live(id) is { Record.HasRejects: true } import ? import.Folder.OpenRejects() : null;

    /// <summary>Ends an import that waits, asks one that runs to end, and leaves one that is finished.</summary>
    /// <returns>The import as it stands then; null where there is none of that id.</returns>
    public ImportRecord? Cancel(string id)
    {
        if (Live(id) is not { } import) return null;
        if (import.Cancel(Now)) Settle(import, import.Record);
        return import.Record;
    }

    /// <summary>Waits for the end of an import.</summary>
    /// <returns>Whether it is finished: false after <see cref="ImportQueueOptions.MaxWait"/>, or when the waiting was given up.</returns>
    public async Task<bool> WaitAsync(string id, CancellationToken giveUp)
    {
        if (Live(id) is not { } import) return false;
        try
        {
            await import.Ended.WaitAsync(options.MaxWait, clock, giveUp);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => accepting.Dispose();

    private DateTime Now
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    private LiveImport? Live(string id)
    {
        lock (gate) return imports.GetValueOrDefault(id);
    }

    private LiveImport[] Known()
    {
        lock (gate) return [.. imports.Values];
    }

    private ImportFolder FolderOf(string id) => new(Path.Combine(root ?? throw new InvalidOperationException("The queue is not open."), id));

    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"{Now:yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}");
}
