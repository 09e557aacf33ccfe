namespace SupplyGraph.Analysis.Routes;

/// <summary>
/// The best cost known for each key of distinct routes, and with it the cost beyond which nothing can be among the k best: partial routes that cannot end
/// below it are never opened.
/// </summary>
/// <param name="cap">A cost that the k best are known not to exceed; <see cref="int.MaxValue"/> where nothing is known.</param>
/// <param name="limit">k; <see cref="int.MaxValue"/> for the best of every key.</param>
internal sealed class Cutoff(int limit, int cap)
{
    private readonly Dictionary<int[], int> bestOf = new(KeyComparer.Instance);
    private readonly List<int> best = [];

    /// <summary>A route that costs more than this is not among the k best.</summary>
    public int Value { get; private set; } = limit > 0 ? cap : -1;

    /// <summary>Takes a complete route into account; false where a cheaper one has its key.</summary>
    public bool Offer(int[] key, int cost)
    {
        if (bestOf.TryGetValue(key, out var known))
        {
            if (known <= cost) return known == cost;
            if (limit < int.MaxValue) best.Remove(known);
        }
        bestOf[key] = cost;
        if (limit == int.MaxValue) return true;
        var at = best.BinarySearch(cost);
        best.Insert(at < 0 ? ~at : at, cost);
        if (best.Count > limit) best.RemoveAt(limit);
        if (best.Count == limit) Value = Math.Min(Value, best[^1]);
        return true;
    }

    /// <summary>Whether a complete route with the key costs less.</summary>
    public bool IsBeaten(int[] key, int cost) => bestOf.TryGetValue(key, out var known) && known < cost;

    /// <summary>How many keys have a complete route.</summary>
    public int Keys => bestOf.Count;
}

/// <summary>Compares keys node by node.</summary>
internal sealed class KeyComparer : IEqualityComparer<int[]>
{
    public static KeyComparer Instance { get; } = new();

    public bool Equals(int[]? a, int[]? b) => a.AsSpan().SequenceEqual(b);

    public int GetHashCode(int[] chain)
    {
        var hash = new HashCode();
        foreach (var node in chain) hash.Add(node);
        return hash.ToHashCode();
    }
}
