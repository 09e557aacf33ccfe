using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Imports;

/// <summary>A folder with a graph and its imports that outlives a server.</summary>
internal sealed class ImportFolders : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-imports-").FullName;

    /// <summary>A server over the folder; dispose it before the next.</summary>
    public Task<ApiHost> StartAsync(bool runs = true) => new ApiHost
    {
        Settings = { ["Embedded:Path"] = Path.Combine(folder, "graph.db"), ["Seed:Folder"] = SmallGraph.Folder },
        Change = runs ? _ => { } : ImportCalls.WithoutWorker,
    }.ReadyAsync();

    /// <summary>The folders of the imports of the one graph.</summary>
    public string[] All => Directory.GetDirectories(Root);

    public string Of(string id) => Path.Combine(Root, id);

    /// <summary>Puts an import's record back to how it stood while the import ran, as a process leaves it that is killed then.</summary>
    public void LeaveRunning(string id)
    {
        var path = Path.Combine(Of(id), "import.json");
        var record = JsonNode.Parse(File.ReadAllText(path))!;
        record["state"] = "running";
        foreach (var field in (string[])["report", "finishedAt"]) record[field] = null;
        File.WriteAllText(path, record.ToJsonString());
    }

    private string Root => Directory.GetDirectories(Path.Combine(folder, "imports")).Single();

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
