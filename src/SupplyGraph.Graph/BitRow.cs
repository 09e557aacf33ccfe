namespace SupplyGraph.Graph;

/// <summary>A set of component ordinals, a bit each.</summary>
internal sealed class BitRow(int size)
{
    private readonly ulong[] words = new ulong[(size + 63) >> 6];

    public bool Holds(int bit) => (words[bit >> 6] & (1UL << (bit & 63))) != 0;

    public void Add(int bit) => words[bit >> 6] |= 1UL << (bit & 63);
}
