using System.Text.Json.Serialization;

namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>What is known of one import, as it is kept on disk. Times are UTC, to the millisecond.</summary>
public sealed record ImportRecord
{
    /// <summary>When its file began to arrive, and six random hex digits: <c>20261122-061530-7f3a9c</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its place in the order in which imports were accepted, from 1.</summary>
    public required long Number { get; init; }

    public ImportState State { get; init; }

    public required ImportOptions Options { get; init; }

    /// <summary>What the sender repeats so that a second try is no second import; null for none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The hash of the file as it came, in hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The file's size as it came, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    /// <summary>Bytes of the file that are read, at most <see cref="Bytes"/>.</summary>
    public long BytesDone { get; init; }

    /// <summary>The rows that are through.</summary>
    public ImportRows Rows { get; init; }

    /// <summary>What it found and did; null until it succeeded or was refused.</summary>
    public ImportReport? Report { get; init; }

    /// <summary>Whether there is a file of rejected rows.</summary>
    public bool HasRejects { get; init; }

    /// <summary>Why it failed, in words; null where it did not.</summary>
    public string? Failure { get; init; }

    [JsonIgnore]
    public bool IsFinished => State is not (ImportState.Queued or ImportState.Running);

    /// <summary>The same without the lists of its report, which can be long.</summary>
    internal ImportRecord Summary() =>
        Report is null ? this : this with { Report = Report with { Columns = [], IgnoredColumns = [], Errors = [], Warnings = [] } };

    /// <summary>Whether a repeated key asks for the same again: the same file, read in the same way.</summary>
    internal bool IsRequestOf(ImportOptions options, SpooledBody body) =>
        Sha256 == body.Sha256 && ImportRecordText.Of(Options) == ImportRecordText.Of(options);
}
