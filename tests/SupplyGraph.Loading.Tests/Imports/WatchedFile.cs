namespace SupplyGraph.Loading.Tests.Imports;

/// <summary>A file that hands out some bytes at a time and lets a test act when a place in it is reached.</summary>
internal sealed class WatchedFile(byte[] bytes, long place, Action onPlace) : MemoryStream(bytes)
{
    private const int AtOnce = 4096;

    private bool reached;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!reached && Position >= place)
        {
            reached = true;
            onPlace();
        }
        return base.ReadAsync(buffer[..Math.Min(buffer.Length, AtOnce)], cancellationToken);
    }
}
