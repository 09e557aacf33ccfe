namespace SupplyGraph.Loading.Imports;

/// <summary>How far an import has come. Written by the import, read by anyone at any time.</summary>
public sealed class ImportProgress
{
    private readonly Lock both = new();
    private ImportRows rows;
    private long bytes;

    /// <summary>The rows that are through so far.</summary>
    public ImportRows Rows
    {
        get { lock (both) return rows; }
    }

    /// <summary>Bytes of the file read so far, as it came: compressed where it is.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    internal void Advance(ImportRows through, long bytesRead)
    {
        lock (both) rows = through;
        Interlocked.Exchange(ref bytes, bytesRead);
    }
}
