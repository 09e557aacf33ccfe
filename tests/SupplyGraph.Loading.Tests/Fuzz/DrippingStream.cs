namespace SupplyGraph.Loading.Tests.Fuzz;

/// <summary>Hands out a file in pieces of odd sizes, as a network may, and fails when a reader goes on asking after the end.</summary>
internal sealed class DrippingStream(byte[] file, Random random, int most) : MemoryStream(file, writable: false)
{
    private const int MostReadsAfterTheEnd = 20;

    private int readsAfterTheEnd;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = Read(buffer.Span[..Math.Min(buffer.Length, random.Next(1, most + 1))]);
        if (read == 0 && ++readsAfterTheEnd > MostReadsAfterTheEnd) throw new InvalidOperationException("The reader does not stop at the end.");
        return new(read);
    }
}
