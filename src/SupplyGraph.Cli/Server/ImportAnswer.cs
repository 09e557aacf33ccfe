namespace SupplyGraph.Cli.Server;

/// <summary>An import as the server tells of it; null is what is not known yet.</summary>
internal sealed record ImportAnswer
{
    public required string Id { get; init; }
    public required string State { get; init; }
    public string? What { get; init; }
    public string? Mode { get; init; }
    public bool DryRun { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public RowCounts? Rows { get; init; }
    public ByteCounts? Bytes { get; init; }
    public double? RowsPerSecond { get; init; }
    public CreatedCounts? Created { get; init; }
    public ChangedCounts? Changed { get; init; }
    public long? Version { get; init; }
    public string? Delimiter { get; init; }
    public IReadOnlyList<ColumnAnswer>? Columns { get; init; }
    public IReadOnlyList<string>? IgnoredColumns { get; init; }
    public IReadOnlyList<RowAnswer>? Errors { get; init; }
    public IReadOnlyList<RowAnswer>? Warnings { get; init; }
    public string? Failure { get; init; }
    public ImportLinks? Links { get; init; }

    /// <summary>Whether nothing more will come of it.</summary>
    public bool IsFinished => State is not ("queued" or "running");

    public long Rejected => Rows?.Rejected ?? 0;

    /// <summary>What its end means to a script.</summary>
    public int ExitCode => State switch
    {
        "succeeded" => Rejected > 0 ? Cli.ExitCode.Partly : Cli.ExitCode.Done,
        "refused" => Cli.ExitCode.Refused,
        "cancelled" => Cli.ExitCode.Cancelled,
        _ => Cli.ExitCode.Failed,
    };
}

internal sealed record RowCounts(long Read, long Accepted, long Unchanged, long Rejected);

/// <summary>Bytes of the file as the server keeps it.</summary>
internal sealed record ByteCounts(long Done, long Total);

internal sealed record CreatedCounts(long Entities, long Claims, long Relationships, long Sources);

internal sealed record ChangedCounts(long Entities, long Claims);

/// <summary>A column as it was understood.</summary>
internal sealed record ColumnAnswer(string Column, string? Header, string? Default);

/// <summary>A field of a row that is wrong, or looks so.</summary>
internal sealed record RowAnswer(long Row, long Line, string? Column, string? Code, string? Value, string? Message);

internal sealed record ImportLinks(string? Self, string? Rejects, string? Claims);

/// <summary>A page of imports, newest first.</summary>
internal sealed record ImportPage(IReadOnlyList<ImportAnswer> Items, string? Next);

/// <summary>What taking an import back removed and left.</summary>
internal sealed record UndoAnswer(
    string Id, UndoCounts? Claims, UndoCounts? Relationships, UndoCounts? Entities, UndoCounts? Sources, long? Version);

internal sealed record UndoCounts(long Removed, long Kept);
