namespace SupplyGraph.Loading;

/// <summary>One field of a file that cannot be taken.</summary>
/// <param name="Row">The row, counted from 1 without the header; 0 for the header and the file as a whole.</param>
/// <param name="Line">The line of the file on which the row begins, counted from 1; 0 where the file was not opened at all.</param>
/// <param name="Column">The column; empty where the row as a whole is at fault.</param>
/// <param name="Code">A stable code, see <see cref="RowErrorCode"/> and <see cref="Model.RefusalCode"/>.</param>
/// <param name="Value">What stands there, cut where it is long.</param>
/// <param name="Message">What is wrong and what would be accepted.</param>
public sealed record RowError(int Row, int Line, string Column, string Code, string? Value, string Message)
{
    public override string ToString() => $"line {Line}{(Column.Length > 0 ? $", {Column}" : "")}: {Message}";
}

/// <summary>A file that cannot be read on: its header is wrong, it is not UTF-8, or a row has no end.</summary>
public sealed class UnreadableFileException(IReadOnlyList<RowError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>Everything that is wrong with it, at least one thing.</summary>
    public IReadOnlyList<RowError> Errors { get; } = errors;
}

/// <summary>One row of a file.</summary>
/// <param name="Number">Counted from 1, without the header.</param>
/// <param name="Line">The line of the file on which it begins, counted from 1.</param>
/// <param name="Value">What it says; null where <paramref name="Errors"/> says why not.</param>
/// <param name="Errors">Every field that cannot be taken.</param>
public sealed record FileRow<T>(int Number, int Line, T? Value, IReadOnlyList<RowError> Errors) where T : class
{
    /// <summary>The row as it came, in UTF-8, without its line end. A slice of what many rows share: copy it to keep it for long.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }
}
