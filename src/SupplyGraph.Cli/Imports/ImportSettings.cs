namespace SupplyGraph.Cli.Imports;

/// <summary>How files are to be imported, as the command line says it.</summary>
internal sealed record ImportSettings
{
    /// <summary>claims or entities; null finds it by each file's name or header.</summary>
    public string? What { get; init; }

    /// <summary>csv, tsv or ndjson; null finds it by each file's name.</summary>
    public string? Format { get; init; }

    public bool DryRun { get; init; }

    /// <summary>Whether the good rows land where others are bad.</summary>
    public bool Partial { get; init; }

    /// <summary>Our column to their header.</summary>
    public IReadOnlyDictionary<string, string> Maps { get; init; } = new Dictionary<string, string>();

    /// <summary>Our column to the value of rows that give none.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    public string? Delimiter { get; init; }

    public bool IgnoreUnknownColumns { get; init; }

    /// <summary>Null for one made up for each file.</summary>
    public string? Key { get; init; }

    /// <summary>Where rejected rows go: a file, or with several inputs a folder; null for beside each input.</summary>
    public string? Rejects { get; init; }

    /// <summary>Whether files go on after one that was refused.</summary>
    public bool GoesOn { get; init; }

    public bool NoProgress { get; init; }
}
