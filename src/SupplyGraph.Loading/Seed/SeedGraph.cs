using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Seed;

/// <summary>Loads a folder of <c>entities.csv</c> and <c>claims.csv</c> whole, or nothing of it.</summary>
public static class SeedGraph
{
    public const string EntitiesFile = "entities.csv";
    public const string ClaimsFile = "claims.csv";

    /// <summary>Commits the folder's graph as one version. Loading it again changes nothing.</summary>
    /// <exception cref="SeedRefusedException">A row cannot be taken; all of them are listed and nothing is written.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static async Task<CommitResult> LoadAsync(IGraphStore store, string folder, CancellationToken cancel)
    {
        var seed = await SeedFiles.ReadAsync(folder, cancel);
        if (seed.Errors.Count > 0) throw new SeedRefusedException(folder, seed.Errors);
        var changes = new ChangeSet
        {
            Entities = [.. seed.Entities.Select(row => row.Value!), .. seed.Created],
            Claims = [.. seed.Claims.Select(row => row.Value!)],
        };
        try
        {
            return await store.CommitAsync(changes, cancel);
        }
        catch (ChangesRefusedException e)
        {
            throw new SeedRefusedException(folder, [.. e.Refusals.Select(refusal => InFile(refusal, seed))], e);
        }
    }

    private static SeedError InFile(Refusal refusal, SeedFiles seed)
    {
        var (file, number, line) = refusal.Part == "claims" ? Place(ClaimsFile, seed.Claims, refusal.Index) : Place(EntitiesFile, seed.Entities, refusal.Index);
        return new(file, new(number, line, refusal.Field, refusal.Code, null, refusal.Message));
    }

    // Entities that claims create follow those of the file, so they have no row of their own.
    private static (string File, int Number, int Line) Place<T>(string file, IReadOnlyList<FileRow<T>> rows, int index) where T : class =>
        index < rows.Count ? (file, rows[index].Number, rows[index].Line) : (ClaimsFile, 0, 0);
}

/// <summary>One bad field of a seed folder.</summary>
/// <param name="File">The file's name in the folder.</param>
public sealed record SeedError(string File, RowError Error)
{
    public override string ToString() => $"{File} {Error}";
}

/// <summary>A seed folder holds rows that cannot be taken; nothing of it was loaded.</summary>
public sealed class SeedRefusedException(string folder, IReadOnlyList<SeedError> errors, Exception? cause = null) : Exception(InWords(folder, errors), cause)
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
