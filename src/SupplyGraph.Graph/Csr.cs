namespace SupplyGraph.Graph;

/// <summary>Compressed sparse rows: the items of every node side by side in one array.</summary>
/// <param name="nodes">The nodes that have items, ascending, where they are few; null where every node has a row. Then a row is found in O(log n).</param>
internal sealed class Csr<T>(int[] offsets, T[] items, int[]? nodes)
{
    public ReadOnlySpan<T> this[int node]
    {
        get
        {
            var row = nodes is null ? node : Array.BinarySearch(nodes, node);
            return row < 0 ? default : items.AsSpan(offsets[row], offsets[row + 1] - offsets[row]);
        }
    }
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

    public Csr<T> Build()
    {
        var used = 0;
        for (var node = 0; node < nodes; node++)
            if (offsets[node] < offsets[node + 1]) used++;
        return used > nodes / 4 ? new(offsets, items ?? [], null) : Sparse(used);
    }

    private Csr<T> Sparse(int used)
    {
        var (rows, starts) = (new List<int>(used), new List<int>(used + 1));
        for (var node = 0; node < nodes; node++)
        {
            if (offsets[node] == offsets[node + 1]) continue;
            rows.Add(node);
            starts.Add(offsets[node]);
        }
        starts.Add(offsets[nodes]);
        return new([.. starts], items ?? [], [.. rows]);
    }
}
