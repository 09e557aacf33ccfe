using SupplyGraph.Loading.Imports;

namespace SupplyGraph.Loading.Rows;

/// <summary>How a file's columns were understood.</summary>
public sealed class UnderstoodFile
{
    internal UnderstoodFile(WantedColumns wanted) => Wanted = wanted;

    /// <summary>What separates the fields of a CSV file; null for NDJSON.</summary>
    public char? Delimiter { get; internal init; }

    /// <summary>Our columns that the file or a default gives, in the order of <see cref="FileColumns.Names"/>; of NDJSON those that rows gave so far.</summary>
    public required IReadOnlyList<UnderstoodColumn> Columns { get; init; }

    /// <summary>The file's own columns that are left out; those that a file of rejects adds are not counted among them.</summary>
    public required IReadOnlyList<string> IgnoredColumns { get; init; }

    internal WantedColumns Wanted { get; }

    /// <summary>Null for NDJSON.</summary>
    internal HeaderRow? Header { get; init; }

    /// <summary>The header row as it came.</summary>
    internal ReadOnlyMemory<byte> RawHeader { get; init; }

    /// <summary>Whether the file began with a byte order mark.</summary>
    internal bool HasMark { get; init; }
}
