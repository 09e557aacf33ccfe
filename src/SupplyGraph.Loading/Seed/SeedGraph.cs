using SupplyGraph.Loading.Imports;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Seed;

/// <summary>
/// Imports a folder of <c>entities.csv</c> and <c>claims.csv</c> whole, or nothing of it: the same importer as for any file, two files in one load.
/// </summary>
public static class SeedGraph
{
    public const string EntitiesFile = "entities.csv";
    public const string ClaimsFile = "claims.csv";

    /// <summary>The import by which the graph knows the seed's claims.</summary>
    public const string Import = "seed";

    /// <summary>Commits the folder's graph as one version. Loading it again changes nothing.</summary>
    /// <exception cref="SeedRefusedException">A row cannot be taken; the first of each file are listed and nothing is written.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static async Task<CommitResult> LoadAsync(IGraphStore store, string folder, CancellationToken cancel)
    {
        await using var load = await store.BeginLoadAsync(Import, cancel);
        return await LoadAsync(store, load, folder, cancel);
    }

    /// <summary>
    /// The same where nothing was ever written to the graph; null, and nothing changed, where something was, if only a moment before by another server of the
    /// same store.
    /// </summary>
    /// <inheritdoc cref="LoadAsync(IGraphStore, string, CancellationToken)"/>
    public static async Task<CommitResult?> LoadIntoEmptyAsync(IGraphStore store, string folder, CancellationToken cancel)
    {
        await using var load = await store.BeginLoadAsync(Import, cancel);
        return load.Before.Snapshot.Version == 0 ? await LoadAsync(store, load, folder, cancel) : null;
    }

    private static async Task<CommitResult> LoadAsync(IGraphStore store, IGraphLoad load, string folder, CancellationToken cancel)
    {
        var put = new List<Entity>();
        var entities = await ReadAsync(load, folder, FileContent.Entities, (options, tally, body) =>
            new EntityImport(store, load, options, tally, cancel) { OnPut = put.Add }.RunAsync(body), cancel);
        var names = load.Before.Names.With(put, []);
        var units = new UnusualUnits(await store.GetUnitsAsync(cancel));
        var claims = await ReadAsync(load, folder, FileContent.Claims, (options, tally, body) =>
            new ClaimImport(load, names, options, tally, units, cancel).RunAsync(body), cancel);
        SeedError[] errors =
            [.. entities.Errors.Select(e => new SeedError(EntitiesFile, e)), .. claims.Errors.Select(e => new SeedError(ClaimsFile, e))];
        if (errors.Length > 0) throw new SeedRefusedException(folder, errors);
        return await load.CommitAsync(ImportReportText.Write(claims), cancel);
    }

    private static async Task<ImportReport> ReadAsync(
        IGraphLoad load, string folder, FileContent what, Func<ImportOptions, ImportTally, ImportBody, Task> import, CancellationToken cancel)
    {
        var options = new ImportOptions { What = what };
        await using var file = File.OpenRead(Path.Combine(folder, what == FileContent.Entities ? EntitiesFile : ClaimsFile));
        using var body = new ImportBody(file, gzip: false, passes: 1);
        var tally = new ImportTally(options, body, rejectsFile: null, new ImportProgress());
        try
        {
            await import(options, tally, body);
        }
        catch (UnreadableFileException unreadable)
        {
            tally.Refuse(unreadable);
        }
        return await tally.ReportAsync(load.Written, cancel);
    }
}

/// <summary>One bad field of a seed folder.</summary>
/// <param name="File">The file's name in the folder.</param>
public sealed record SeedError(string File, RowError Error)
{
    public override string ToString() => $"{File} {Error}";
}

/// <summary>A seed folder holds rows that cannot be taken; nothing of it was loaded.</summary>
public sealed class SeedRefusedException(string folder, IReadOnlyList<SeedError> errors) : Exception(InWords(folder, errors))
{
    private const int Shown = 20;

    /// <summary>Every bad field, at least one.</summary>
    public IReadOnlyList<SeedError> Errors { get; } = errors;

    private static string InWords(string folder, IReadOnlyList<SeedError> errors)
    {
        var first = errors.Count > Shown ? $", the first {Shown} of which are" : "";
        var head = $"The graph in {folder} cannot be loaded: {errors.Count} bad field(s){first}:";
        return string.Join(Environment.NewLine, [head, .. errors.Take(Shown).Select(e => $"  {e}")]);
    }
}
