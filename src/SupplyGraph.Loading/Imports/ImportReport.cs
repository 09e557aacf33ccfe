namespace SupplyGraph.Loading.Imports;

/// <summary>How an import ended.</summary>
public enum ImportOutcome
{
    /// <summary>The good rows landed (of a dry run: would land); with <see cref="ImportMode.Partial"/> there may be bad ones.</summary>
    Succeeded,

    /// <summary>The file, or a row of an atomic import, cannot be taken; nothing changed.</summary>
    Refused,
}

/// <summary>What an import found and did. Of a dry run: what it would have done.</summary>
public sealed record ImportReport
{
    public required ImportOutcome Outcome { get; init; }

    public required ImportRows Rows { get; init; }

    /// <summary>What is new in the graph; all zero where the import was refused.</summary>
    public ImportCreated Created { get; init; } = new(0, 0, 0, 0);

    /// <summary>What was there and took new values; all zero where the import was refused.</summary>
    public ImportChanged Changed { get; init; } = new(0, 0);

    /// <summary>The version in which the rows stand; null where nothing was written.</summary>
    public long? Version { get; init; }

    /// <summary>What separated the fields of a CSV file; null before its header was read, and for NDJSON.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Our columns that the file gives, as they were understood, in the order of <see cref="FileColumns.Names"/>.</summary>
    public IReadOnlyList<UnderstoodColumn> Columns { get; init; } = [];

    /// <summary>The file's own columns that were left out.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; init; } = [];

    /// <summary>The first <see cref="Model.Limits.MaxKeptRowErrors"/> bad fields.</summary>
    public IReadOnlyList<RowError> Errors { get; init; } = [];

    /// <summary>The first <see cref="Model.Limits.MaxKeptRowErrors"/> fields that were taken and yet look wrong.</summary>
    public IReadOnlyList<RowError> Warnings { get; init; } = [];
}

/// <summary>The rows of a file. <paramref name="Read"/> = accepted + unchanged + rejected, once all of them are through.</summary>
/// <param name="Read">Rows read, without the header and blank lines.</param>
/// <param name="Accepted">Rows that say something new.</param>
/// <param name="Unchanged">Rows that the graph knew already.</param>
/// <param name="Rejected">Rows with errors.</param>
public readonly record struct ImportRows(long Read, long Accepted, long Unchanged, long Rejected);

/// <summary>How much is new.</summary>
public sealed record ImportCreated(long Entities, long Claims, long Relationships, long Sources);

/// <summary>How much took new values: entities, and claims with another confidence, publisher or title.</summary>
public sealed record ImportChanged(long Entities, long Claims);

/// <summary>One of our columns as a file gives it.</summary>
/// <param name="Column">Our name of it.</param>
/// <param name="Header">The file's own name of it; null where every row takes the default.</param>
/// <param name="Default">What a row takes that gives no value; null for none.</param>
public sealed record UnderstoodColumn(string Column, string? Header, string? Default);
