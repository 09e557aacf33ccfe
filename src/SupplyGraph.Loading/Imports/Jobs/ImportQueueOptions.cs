using SupplyGraph.Model;

namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>
/// Where imports are kept, and how many (configuration section <c>Imports</c>). The bounds can be set lower than those of <see cref="Limits"/>.
/// </summary>
public sealed record ImportQueueOptions
{
    /// <summary>The folder; each graph has a folder of its own in it, named by the graph's identity, and each import one in that.</summary>
    public string Path { get; init; } = "";

    /// <summary>Bytes of a file as it comes.</summary>
    public long MaxBytes { get; init; } = Limits.MaxImportBytes;

    /// <summary>Bytes of a file whose sender may wait for the finished report.</summary>
    public long MaxWaitedBytes { get; init; } = Limits.MaxWaitedImportBytes;

    /// <summary>How long a sender waits for it.</summary>
    public TimeSpan MaxWait { get; init; } = Limits.MaxImportWait;

    /// <summary>Imports that wait for their turn, those whose file is still arriving among them.</summary>
    public int MaxWaiting { get; init; } = Limits.MaxWaitingImports;

    /// <summary>Finished imports that are kept.</summary>
    public int MaxKept { get; init; } = Limits.MaxKeptImports;
}
