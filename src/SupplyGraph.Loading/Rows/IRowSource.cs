namespace SupplyGraph.Loading.Rows;

/// <summary>The rows of a file, one after the other.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>The row at hand.</summary>
    TextRow Row { get; }

    /// <summary>The row at hand as it came, without its line end.</summary>
    ReadOnlySpan<byte> Raw { get; }

    /// <summary>How the columns were understood so far.</summary>
    UnderstoodFile? Understood { get; }

    /// <summary>Goes on to the next row; false at the end of the file.</summary>
    /// <exception cref="UnreadableFileException">The header is wrong, or the file cannot be read on.</exception>
    ValueTask<bool> NextAsync(CancellationToken cancel);
}
