using System.Diagnostics;
using SupplyGraph.Graph;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Benchmarks;

/// <summary>An embedded store in a folder of its own that goes with it.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("supplygraph-bench-");

    /// <summary>Loads a graph into the store as a first start does, and gives the time that it took.</summary>
    public async Task<TimeSpan> LoadAsync(string source)
    {
        var started = Stopwatch.GetTimestamp();
        await using var store = await OpenAsync();
        await SeedGraph.LoadAsync(store, source, CancellationToken.None);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Builds the snapshot from the file as a restart does. Nothing but the snapshot is kept: neither the store nor the names.</summary>
    public async Task<(Snapshot Snapshot, TimeSpan Took)> SnapshotAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await using var store = await OpenAsync();
        var view = await store.GetViewAsync(CancellationToken.None);
        return (view.Snapshot, Stopwatch.GetElapsedTime(started));
    }

    public long FileBytes => folder.EnumerateFiles().Sum(file => file.Length);

    /// <summary>Where the graph lies.</summary>
    public string File => Path.Combine(folder.FullName, "graph.db");

    public async Task<IGraphStore> OpenAsync()
    {
        var store = new EmbeddedGraphStore(new() { Path = File });
        await store.OpenAsync(CancellationToken.None);
        return store;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
