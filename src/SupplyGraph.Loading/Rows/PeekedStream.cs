namespace SupplyGraph.Loading.Rows;

/// <summary>Lets the start of a stream be looked at before it is read. The inner stream stays open.</summary>
internal sealed class PeekedStream(Stream inner) : ReadOnlyStream
{
    private const int ChunkSize = 4096;

    private byte[] held = [];
    private int start, end;

    /// <summary>What was looked at and not read yet.</summary>
    public ReadOnlySpan<byte> Held => held.AsSpan(start, end - start);

    /// <summary>Looks further; false where the stream has no more.</summary>
    public async ValueTask<bool> PeekAsync(CancellationToken cancel)
    {
        if (held.Length - end < ChunkSize) Array.Resize(ref held, Math.Max(held.Length * 2, 2 * ChunkSize));
        var read = await inner.ReadAsync(held.AsMemory(end), cancel);
        end += read;
        return read > 0;
    }

    /// <summary>Leaves out bytes that were looked at.</summary>
    public void Skip(int count) => start += count;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (start == end) return inner.ReadAsync(buffer, cancellationToken);
        var count = Math.Min(buffer.Length, end - start);
        held.AsSpan(start, count).CopyTo(buffer.Span);
        start += count;
        if (start == end) (held, start, end) = ([], 0, 0);
        return new(count);
    }
}
