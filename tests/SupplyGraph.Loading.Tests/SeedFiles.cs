using SupplyGraph.Loading.Claims;
using SupplyGraph.Loading.Entities;
using SupplyGraph.Loading.Names;
using SupplyGraph.Loading.Seed;
using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Loading.Tests;

/// <summary>The rows of a seed folder with their names resolved, and everything that is wrong with them.</summary>
public sealed class SeedFiles
{
    private readonly List<SeedError> errors = [];

    private SeedFiles()
    {
    }

    /// <summary>The good entities of the file.</summary>
    public IReadOnlyList<FileRow<Entity>> Entities { get; private set; } = [];

    /// <summary>The good claims of the file, over ids.</summary>
    public IReadOnlyList<FileRow<Claim>> Claims { get; private set; } = [];

    /// <summary>The entities that claims name for the first time.</summary>
    public IReadOnlyList<Entity> Created { get; private set; } = [];

    /// <summary>Every bad field, in the order of the files.</summary>
    public IReadOnlyList<SeedError> Errors => errors;

    /// <summary>Reads both files of a folder.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static async Task<SeedFiles> ReadAsync(string folder, CancellationToken cancel)
    {
        var seed = new SeedFiles();
        await seed.ReadEntitiesAsync(folder, cancel);
        await seed.ReadClaimsAsync(folder, cancel);
        return seed;
    }

    private async Task ReadEntitiesAsync(string folder, CancellationToken cancel)
    {
        var rows = await RowsAsync(folder, SeedGraph.EntitiesFile, stream => EntityFile.ReadAsync(stream, FileFormat.Csv, cancel));
        var unique = Good(SeedGraph.EntitiesFile, WithoutDuplicates(rows));
        var resolver = new EntityResolver(NameIndex.Build(unique.Select(row => row.Value!)));
        Entities = Good(SeedGraph.EntitiesFile, unique.Select(resolver.Resolve));
    }

    private async Task ReadClaimsAsync(string folder, CancellationToken cancel)
    {
        var rows = await RowsAsync(folder, SeedGraph.ClaimsFile, stream => ClaimFile.ReadAsync(stream, FileFormat.Csv, cancel));
        var resolver = new ClaimResolver(NameIndex.Build(Entities.Select(row => row.Value!)));
        Claims = Good(SeedGraph.ClaimsFile, rows.Select(resolver.Resolve));
        Created = resolver.Created;
    }

    private async Task<List<FileRow<T>>> RowsAsync<T>(string folder, string file, Func<Stream, IAsyncEnumerable<FileRow<T>>> read) where T : class
    {
        var rows = new List<FileRow<T>>();
        await using var stream = File.OpenRead(Path.Combine(folder, file));
        try
        {
            await foreach (var row in read(stream)) rows.Add(row);
        }
        catch (UnreadableFileException e)
        {
            errors.AddRange(e.Errors.Select(error => new SeedError(file, error)));
        }
        return rows;
    }

    private List<FileRow<T>> Good<T>(string file, IEnumerable<FileRow<T>> rows) where T : class
    {
        var good = new List<FileRow<T>>();
        foreach (var row in rows)
        {
            errors.AddRange(row.Errors.Select(error => new SeedError(file, error)));
            if (row.Value is not null) good.Add(row);
        }
        return good;
    }

    private static IEnumerable<FileRow<Entity>> WithoutDuplicates(List<FileRow<Entity>> rows)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (row.Value is not { } entity || lines.TryAdd(entity.Id, row.Line)) yield return row;
            else yield return row with { Value = null, Errors = [Duplicate(row, entity.Id, lines[entity.Id])] };
    }

    private static RowError Duplicate(FileRow<Entity> row, string id, int line) =>
        new(row.Number, row.Line, Term.Of(EntityColumn.Id), RefusalCode.DuplicateName, id, $"The id '{id}' stands on line {line} already.");
}
