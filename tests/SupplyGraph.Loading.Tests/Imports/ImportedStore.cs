using System.IO.Compression;
using System.Text;
using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Model;
using SupplyGraph.Storage;
using SupplyGraph.Storage.Embedded;

namespace SupplyGraph.Loading.Tests.Imports;

/// <summary>A store of a test's own, and short ways to import texts into it.</summary>
internal sealed class ImportedStore : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplygraph-imports-").FullName;
    private readonly EmbeddedGraphStore store;
    private int imports;

    private ImportedStore() => store = new(new() { Path = Path.Combine(folder, "graph.db") });

    public IGraphStore Store => store;

    /// <summary>The id of the import that ran last.</summary>
    public string Latest => $"import-{imports}";

    public static IReadOnlyList<Entity> World { get; } =
    [
        new("byd", EntityKind.Company, "BYD") { Aliases = ["Build Your Dreams"], Country = "china", Url = "https://byd.com" },
        new("toyota", EntityKind.Company, "Toyota") { Country = "japan" },
        new("mega-motor", EntityKind.Company, "Mega Motor") { Aliases = ["Mega"] },
        new("mega-conglomerate", EntityKind.Company, "Mega Conglomerate") { Aliases = ["Mega"] },
        new("china", EntityKind.Country, "China") { Iso2 = "CN", Iso3 = "CHN" },
        new("japan", EntityKind.Country, "Japan") { Iso2 = "JP", Iso3 = "JPN" },
        new("pakistan", EntityKind.Country, "Pakistan") { Iso2 = "PK", Iso3 = "PAK" },
        new("cell", EntityKind.Component, "Battery cell") { Stage = Stage.Cells },
        new("pack", EntityKind.Component, "Battery pack"),
        new("georgia", EntityKind.Country, "Georgia"),
        new("georgia-corridor", EntityKind.Corridor, "Georgia"),
    ];

    /// <summary>A store that holds some entities: <see cref="World"/>, where none are given.</summary>
    public static async Task<ImportedStore> OpenAsync(IReadOnlyList<Entity>? entities = null)
    {
        var opened = new ImportedStore();
        await opened.store.OpenAsync(CancellationToken.None);
        if ((entities ?? World) is { Count: > 0 } there) await opened.store.CommitAsync(new() { Entities = there }, CancellationToken.None);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public Task<(ImportReport Report, string Rejects)> Claims(string file, ImportMode mode = ImportMode.Atomic, bool dryRun = false) =>
        Run(file, new() { What = FileContent.Claims, Mode = mode, DryRun = dryRun });

    public Task<(ImportReport Report, string Rejects)> Entities(string file, ImportMode mode = ImportMode.Atomic, bool dryRun = false) =>
        Run(file, new() { What = FileContent.Entities, Mode = mode, DryRun = dryRun });

    public Task<(ImportReport Report, string Rejects)> Run(string file, ImportOptions options) => Run(Encoding.UTF8.GetBytes(file), options);

    public async Task<(ImportReport Report, string Rejects)> Run(byte[] file, ImportOptions options)
    {
        imports++;
        using var rejects = new MemoryStream();
        var report = await new Importer(store).RunAsync(Latest, options, new MemoryStream(file), rejects, new(), CancellationToken.None);
        return (report, Encoding.UTF8.GetString(rejects.ToArray()));
    }

    public async Task<byte[]> Export(FileContent what, FileFormat format)
    {
        using var file = new MemoryStream();
        if (what == FileContent.Entities) await EntityFile.WriteAsync(file, format, store.ExportEntitiesAsync(default), default);
        else await ClaimFile.WriteAsync(file, format, store.ExportClaimsAsync(default), default);
        return file.ToArray();
    }

    /// <summary>All that the store holds but for its history.</summary>
    public async Task<string> Held()
    {
        var statistics = await store.GetStatisticsAsync(default);
        return Encoding.UTF8.GetString([.. await Export(FileContent.Entities, FileFormat.Csv), .. await Export(FileContent.Claims, FileFormat.Csv)])
            + $"{statistics.Relationships} relationships, {statistics.Sources} sources, {statistics.Disputed} disputed";
    }

    public async Task<long> Version() => (await store.GetStatisticsAsync(default)).Version;

    public async Task<Entity> Entity(string id) => (await store.GetEntitiesAsync([id], default))[id];

    public async Task<List<string>> Relationships() =>
        [.. (await store.ListRelationshipsAsync(new(), new(Limits.MaxPageSize), default)).Items.Select(r => r.Id)];

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}

internal static class RowErrorLines
{
    /// <summary>Where and why, without the words.</summary>
    public static string[] Codes(this IReadOnlyList<RowError> errors) => [.. errors.Select(e => $"{e.Row} {e.Column} {e.Code}")];
}
