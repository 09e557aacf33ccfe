using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Model;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Loading.Tests;

public sealed class SeedTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("supplygraph-seed-");

    [Fact]
    public async Task A_folder_is_one_version_and_loading_it_again_changes_nothing()
    {
        Write(
            "kind,name,country,iso2\ncompany,BYD,CN,\ncompany,Toyota,,\ncountry,China,,CN\n",
            "type,from,to,publisher\nowns,byd,Toyota,P\nowns,BYD,toyota,P\n");
        await using var store = await OpenAsync();

        var first = await SeedGraph.LoadAsync(store, folder.FullName, CancellationToken.None);
        var second = await SeedGraph.LoadAsync(store, folder.FullName, CancellationToken.None);

        Assert.Equal((1, 3, 1, 1), (first.Version, first.EntitiesCreated, first.ClaimsCreated, first.RelationshipsCreated));
        Assert.Equal((1, 0), (second.Version, second.ClaimsCreated));
    }

    [Fact]
    public async Task Bad_rows_of_both_files_are_listed_and_nothing_is_loaded()
    {
        Write("kind,name\ncompany,BYD\nplanet,Mars\ncompany,B.Y.D\n", "type,from,to,publisher\nowns,byd,Toyota,P\n");
        await using var store = await OpenAsync();

        var refused = await Assert.ThrowsAsync<SeedRefusedException>(() => SeedGraph.LoadAsync(store, folder.FullName, CancellationToken.None));

        Assert.Equal(
            [("entities.csv", 3, "kind"), ("entities.csv", 4, "name"), ("claims.csv", 2, "to")],
            refused.Errors.Select(e => (e.File, e.Error.Line, e.Error.Column)));
        Assert.Contains("claims.csv line 2, to", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await store.GetViewAsync(CancellationToken.None)).Snapshot.Version);
    }

    [Fact]
    public async Task What_the_store_refuses_is_named_by_its_line()
    {
        Write("kind,name\ncomponent,a\ncomponent,b\n", "type,from,to,publisher\npart_of,a,b,P\nkind_of,b,a,P\n");
        await using var store = await OpenAsync();

        var refused = await Assert.ThrowsAsync<SeedRefusedException>(() => SeedGraph.LoadAsync(store, folder.FullName, CancellationToken.None));

        var error = Assert.Single(refused.Errors);
        Assert.Equal(("claims.csv", RefusalCode.TaxonomyCycle, 3), (error.File, error.Error.Code, error.Error.Line));
    }

    [Theory]
    [InlineData("kind,name,colour\n", "colour")]
    [InlineData("id,kind,name\nbyd,company,BYD\nbyd,company,Other\n", "stands twice")]
    public async Task Files_that_cannot_be_read_say_why(string entities, string named)
    {
        Write(entities, "type,from,to,publisher\n");
        await using var store = await OpenAsync();

        var refused = await Assert.ThrowsAsync<SeedRefusedException>(() => SeedGraph.LoadAsync(store, folder.FullName, CancellationToken.None));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_loads_into_the_same_graph()
    {
        Write(
            "kind,name,country\ncompany,BYD,China\ncountry,China,\ncomponent,LFP cell,\n",
            "type,from,to,to_kind,component,amount,publisher\nsupplies,BYD,Toyota,company,LFP cell,1.50,\"A, \"\"B\"\"\"\n");
        await using var store = await OpenAsync();
        await SeedGraph.LoadAsync(store, folder.FullName, CancellationToken.None);
        var entities = await store.ExportEntitiesAsync(CancellationToken.None).ToListAsync();
        var claims = await store.ExportClaimsAsync(CancellationToken.None).ToListAsync();

        await using (var file = File.Create(Path.Combine(folder.FullName, SeedGraph.EntitiesFile)))
            await EntityFile.WriteAsync(file, FileFormat.Csv, entities.ToAsyncEnumerable(), CancellationToken.None);
        await using (var file = File.Create(Path.Combine(folder.FullName, SeedGraph.ClaimsFile)))
            await ClaimFile.WriteAsync(file, FileFormat.Csv, claims.ToAsyncEnumerable(), CancellationToken.None);
        await using var copy = await OpenAsync("copy.db");
        await SeedGraph.LoadAsync(copy, folder.FullName, CancellationToken.None);

        Assert.Equal(4, entities.Count);
        Assert.Equal(entities, await copy.ExportEntitiesAsync(CancellationToken.None).ToListAsync());
        Assert.Equal(claims, await copy.ExportClaimsAsync(CancellationToken.None).ToListAsync());
    }

    private void Write(string entities, string claims)
    {
        File.WriteAllText(Path.Combine(folder.FullName, SeedGraph.EntitiesFile), entities);
        File.WriteAllText(Path.Combine(folder.FullName, SeedGraph.ClaimsFile), claims);
    }

    private async Task<EmbeddedGraphStore> OpenAsync(string file = "graph.db")
    {
        var store = new EmbeddedGraphStore(new() { Path = Path.Combine(folder.FullName, file) });
        await store.OpenAsync(CancellationToken.None);
        return store;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
