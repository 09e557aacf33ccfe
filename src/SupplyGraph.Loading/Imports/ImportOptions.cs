namespace SupplyGraph.Loading.Imports;

/// <summary>What becomes of a file that holds bad rows.</summary>
public enum ImportMode
{
    /// <summary>One bad row, and nothing changes.</summary>
    Atomic,

    /// <summary>The good rows land, in one version; the bad rows come back.</summary>
    Partial,
}

/// <summary>How a file is imported.</summary>
public sealed record ImportOptions
{
    public FileContent What { get; init; }

    public FileFormat Format { get; init; }

    public FileLayout Layout { get; init; } = FileLayout.Own;

    public ImportMode Mode { get; init; }

    /// <summary>Reads, checks and counts everything, and changes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether the file is compressed by gzip.</summary>
    public bool Gzip { get; init; }
}
