namespace SupplyGraph.Graph;

/// <summary>Compressed sparse rows: the items of every node side by side in one array.</summary>
internal sealed class Csr<T>(int[] offsets, T[] items)
{
    public ReadOnlySpan<T> this[int node] => items.AsSpan(offsets[node], offsets[node + 1] - offsets[node]);
}

/// <summary>Fills compressed sparse rows in two passes over the same items: one that counts and one that places.</summary>
internal sealed class CsrBuilder<T>(int nodes)
{
    private readonly int[] offsets = new int[nodes + 1];
    private T[]? items;

    public void Add(int node, T item)
    {
        if (items is null) offsets[node + 1]++;
        else items[offsets[node]++] = item;
    }

    public void NextPass()
    {
        if (items is null)
        {
            for (var i = 0; i < nodes; i++) offsets[i + 1] += offsets[i];
            items = new T[offsets[nodes]];
            return;
        }
        // Placing moved every offset to the next node's: move them back.
        for (var i = nodes; i > 0; i--) offsets[i] = offsets[i - 1];
        offsets[0] = 0;
    }

    public Csr<T> Build() => new(offsets, items ?? []);
}
