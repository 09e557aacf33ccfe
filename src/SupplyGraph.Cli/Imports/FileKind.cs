namespace SupplyGraph.Cli.Imports;

/// <summary>What a file is, by its name and its beginning, as far as the command line does not say.</summary>
/// <param name="What">claims or entities.</param>
/// <param name="Format">csv or ndjson.</param>
/// <param name="Delimiter">What separates the fields, where that is known; the server finds it otherwise.</param>
internal sealed record FileKind(string What, string Format, string? Delimiter)
{
    public const string Claims = "claims", Entities = "entities", Csv = "csv", Tsv = "tsv", Ndjson = "ndjson";

    /// <summary>The endings of names, each also with .gz.</summary>
    private static readonly Dictionary<string, string> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = Csv,
        [".tsv"] = Tsv,
        [".ndjson"] = Ndjson,
        [".jsonl"] = Ndjson,
    };

    public string MediaType => Format == Ndjson ? "application/x-ndjson" : "text/csv";

    /// <exception cref="UsageException">The format cannot be told.</exception>
    public static FileKind Of(InputFile file, ImportSettings settings)
    {
        var format = settings.Format ?? FormatOf(file);
        var delimiter = settings.Delimiter ?? (format == Tsv ? "tab" : null);
        return new FileKind(settings.What ?? WhatOf(file, settings), format == Ndjson ? Ndjson : Csv, delimiter);
    }

    /// <summary>The format that a name ends in, or null.</summary>
    public static string? FormatOf(string name) => Formats.GetValueOrDefault(Path.GetExtension(WithoutGzip(name)));

    /// <summary>The name without .gz.</summary>
    public static string WithoutGzip(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^".gz".Length] : name;

    private static string FormatOf(InputFile file) =>
        FormatOf(file.Name)
        ?? (file.IsStandardInput
            ? file.Beginning().TrimStart().StartsWith('{') ? Ndjson : Csv
            : throw new UsageException($"'{file.Name}': the format cannot be told by the name, which would end in "
                + $"{string.Join(", ", Formats.Keys)} or one of these and .gz: give --format csv, tsv or ndjson."));

    private static string WhatOf(InputFile file, ImportSettings settings)
    {
        var name = Path.GetFileName(file.Name);
        if (name.StartsWith(Entities, StringComparison.OrdinalIgnoreCase)) return Entities;
        if (name.StartsWith(Claims, StringComparison.OrdinalIgnoreCase)) return Claims;
        var columns = FirstLineColumns(file.Beginning());
        columns.UnionWith(settings.Maps.Keys);
        columns.UnionWith(settings.Defaults.Keys);
        return columns.Contains("kind") && columns.Contains("name") && !columns.Contains("from") ? Entities : Claims;
    }

    // Of JSON the texts of the first object stand here with its names, which does no harm to a guess by three names.
    private static HashSet<string> FirstLineColumns(string beginning) =>
        [.. beginning.TrimStart().Split('\n')[0].Split([',', ';', '\t', '|', ':', '{', '}']).Select(column => column.Trim(' ', '"', '\r').ToLowerInvariant())];
}
