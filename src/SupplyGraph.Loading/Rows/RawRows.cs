namespace SupplyGraph.Loading.Rows;

/// <summary>Keeps the rows of a batch as they came, many of them in one array.</summary>
internal sealed class RawRows
{
    // Below the size from which arrays are collected last.
    private const int ChunkSize = 64 * 1024;

    private Memory<byte> free;

    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> row)
    {
        if (row.Length > free.Length) free = new byte[Math.Max(ChunkSize, row.Length)];
        var kept = free[..row.Length];
        row.CopyTo(kept.Span);
        free = free[row.Length..];
        return kept;
    }
}
