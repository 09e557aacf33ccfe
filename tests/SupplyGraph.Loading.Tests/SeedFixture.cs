using System.Runtime.CompilerServices;
using SupplyGraph.Graph;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Model;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Loading.Tests;

/// <summary>The repository's seed graph, read once and loaded once.</summary>
public sealed class SeedFixture : IAsyncLifetime
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("supplygraph-seed-");

    public SeedFiles Files { get; private set; } = null!;

    public Snapshot Snapshot { get; private set; } = null!;

    public IReadOnlyList<Entity> Entities { get; private set; } = [];

    public IReadOnlyList<Claim> Claims { get; private set; } = [];

    public IReadOnlyDictionary<string, Entity> ById { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var folder = Path.Combine(Repository(), "graph-seed");
        Files = await SeedFiles.ReadAsync(folder, CancellationToken.None);
        Entities = [.. Files.Entities.Select(row => row.Value!)];
        Claims = [.. Files.Claims.Select(row => row.Value!)];
        ById = Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        await using var store = new EmbeddedGraphStore(new() { Path = Path.Combine(temporary.FullName, "graph.db") });
        await store.OpenAsync(CancellationToken.None);
        await SeedGraph.LoadAsync(store, folder, CancellationToken.None);
        Snapshot = (await store.GetViewAsync(CancellationToken.None)).Snapshot;
    }

    public Task DisposeAsync()
    {
        temporary.Delete(recursive: true);
        return Task.CompletedTask;
    }

    // Up from the assembly; up from this source file where the build puts its output elsewhere.
    public static string Repository([CallerFilePath] string thisFile = "")
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, thisFile])
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "SupplyGraph.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above holds SupplyGraph.sln.");
    }
}
