namespace SupplyGraph.Api.Tests;

public sealed class ExportTests(SmallHost small) : IClassFixture<SmallHost>
{
    private static readonly string[] Files = ["entities", "claims"];

    [Theory]
    [InlineData("what=claims&format=csv", "text/csv", "claims.csv", 10)]
    [InlineData("what=entities&format=csv", "text/csv", "entities.csv", 13)]
    [InlineData("what=claims&format=ndjson", "application/x-ndjson", "claims.ndjson", 9)]
    [InlineData("what=entities&format=ndjson", "application/x-ndjson", "entities.ndjson", 12)]
    public async Task An_export_is_a_named_file_with_a_line_for_each(string query, string type, string name, int lines)
    {
        using var response = await small.Client.GetAsync(new Uri("/v1/export?" + query, UriKind.Relative));
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(lines, (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task What_is_exported_seeds_the_same_graph_again()
    {
        var folder = Directory.CreateTempSubdirectory("supplygraph-export-").FullName;
        foreach (var file in Files)
            await File.WriteAllTextAsync(Path.Combine(folder, file + ".csv"), await TextAsync(small.Client, file));
        await using (var host = await new ApiHost { Settings = { ["Seed:Folder"] = folder } }.ReadyAsync())
        {
            using var client = host.CreateClient();
            foreach (var file in Files)
                Assert.Equal(await TextAsync(small.Client, file), await TextAsync(client, file));
        }
        Directory.Delete(folder, recursive: true);
    }

    private static Task<string> TextAsync(HttpClient client, string what) => client.GetStringAsync(new Uri("/v1/export?what=" + what, UriKind.Relative));
}
