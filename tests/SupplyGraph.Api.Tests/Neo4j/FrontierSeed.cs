using SupplyGraph.Loading.Seed;
using SupplyGraph.Model;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>The seed graph in an embedded store, and as lists of what is in it.</summary>
public sealed class FrontierSeed : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("supplygraph-frontier-");
    private EmbeddedGraphStore store = null!;

    /// <summary>The folder of the seed beside the binaries.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "graph-seed");

    public GraphView View { get; private set; } = null!;

    public IReadOnlyList<Entity> Entities { get; private set; } = [];

    public IReadOnlyList<Relationship> Relationships { get; private set; } = [];

    public async Task InitializeAsync()
    {
        store = await LoadAsync(Path.Combine(folder.FullName, "graph.db"));
        View = await store.GetViewAsync(CancellationToken.None);
        Entities = await AllAsync(page => store.ListEntitiesAsync(new(), page, CancellationToken.None));
        Relationships = await AllAsync(page => store.ListRelationshipsAsync(new(), page, CancellationToken.None));
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<EmbeddedGraphStore> LoadAsync(string path)
    {
        var loaded = new EmbeddedGraphStore(new EmbeddedStoreOptions { Path = path });
        await loaded.OpenAsync(CancellationToken.None);
        await SeedGraph.LoadAsync(loaded, Folder, CancellationToken.None);
        return loaded;
    }

    private static async Task<List<T>> AllAsync<T>(Func<PageRequest, Task<Page<T>>> list)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await list(new PageRequest(Limits.MaxPageSize, after));
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
