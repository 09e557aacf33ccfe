using SupplyGraph.Loading;
using SupplyGraph.Loading.Imports;
using SupplyGraph.Loading.Imports.Jobs;

namespace SupplyGraph.Api.Features.Imports;

/// <summary>One import, as lists show it.</summary>
public record ImportSummary
{
    /// <summary>When its file began to arrive, and six random hex digits.</summary>
    /// <example>20261122-061530-7f3a9c</example>
    public string Id { get; init; }

    /// <summary>How far it has come: the last four are final.</summary>
    public ImportState State { get; init; }

    /// <summary>What the rows state.</summary>
    public FileContent What { get; init; }

    /// <summary>How the rows stand in the file.</summary>
    public FileFormat Format { get; init; }

    /// <summary>What becomes of a file that holds bad rows.</summary>
    public ImportMode Mode { get; init; }

    /// <summary>Whether nothing is to change.</summary>
    public bool DryRun { get; init; }

    /// <summary>When it was accepted, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When its run began, UTC; null while it waits.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When it ended, UTC; null until then.</summary>
    public DateTime? FinishedAt { get; init; }

    /// <summary>The rows that are through.</summary>
    public ImportRows Rows { get; init; }

    /// <summary>The file's size and how much of it is read, in bytes as it was sent.</summary>
    public ByteCounts Bytes { get; init; }

    /// <summary>Rows read per second, over the run so far or in all; null before there is a rate.</summary>
    /// <example>52000.0</example>
    public double? RowsPerSecond { get; init; }

    /// <summary>What is new in the graph; null until it succeeded or was refused.</summary>
    public ImportCreated? Created { get; init; }

    /// <summary>What was there and took new values; null until it succeeded or was refused.</summary>
    public ImportChanged? Changed { get; init; }

    /// <summary>The version in which the rows stand; null where nothing was written.</summary>
    public long? Version { get; init; }

    /// <summary>What separates the fields of a CSV file; null before it is known, and for NDJSON.</summary>
    /// <example>,</example>
    public string? Delimiter { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>Where there is more.</summary>
    public ImportLinks Links { get; init; }

    protected ImportSummary(ImportRecord import, TimeProvider clock)
    {
        Id = import.Id;
        State = import.State;
        What = import.Options.What;
        Format = import.Options.Format;
        Mode = import.Options.Mode;
        DryRun = import.Options.DryRun;
        CreatedAt = import.CreatedAt;
        StartedAt = import.StartedAt;
        FinishedAt = import.FinishedAt;
        Rows = import.Rows;
        Bytes = new ByteCounts(import.BytesDone, import.Bytes);
        RowsPerSecond = Rate(import, clock);
        Created = import.Report?.Created;
        Changed = import.Report?.Changed;
        Version = import.Report?.Version;
        Delimiter = import.Report?.Delimiter?.ToString();
        Failure = import.Failure;
        Links = ImportLinks.Of(import);
    }

    public static ImportSummary Of(ImportRecord import, TimeProvider clock) => new(import, clock);

    private static double? Rate(ImportRecord import, TimeProvider clock)
    {
        var seconds = ((import.FinishedAt ?? clock.GetUtcNow().UtcDateTime) - import.StartedAt)?.TotalSeconds;
        return seconds > 0 ? Math.Round(import.Rows.Read / seconds.Value, 1) : null;
    }
}

/// <summary>Bytes of a file as it was sent: compressed where it is.</summary>
/// <param name="Done">Bytes that are read.</param>
/// <param name="Total">Bytes in all.</param>
public sealed record ByteCounts(long Done, long Total);

/// <summary>Where there is more about an import.</summary>
/// <param name="Self">The import itself.</param>
/// <param name="Rejects">The rejected rows as a CSV file; null until there are any.</param>
/// <param name="Claims">The claims that it brought.</param>
public sealed record ImportLinks(string Self, string? Rejects, string Claims)
{
    public static ImportLinks Of(ImportRecord import)
    {
        var self = $"/v1/imports/{import.Id}";
        return new ImportLinks(self, import.HasRejects ? self + "/rejects" : null, $"/v1/claims?import={import.Id}");
    }
}
