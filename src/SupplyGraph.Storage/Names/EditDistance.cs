namespace SupplyGraph.Storage.Names;

/// <summary>Typing errors between two texts: letters left out, put in, exchanged or swapped with their neighbour (optimal string alignment).</summary>
public static class EditDistance
{
    private const int MostOnStack = 64;

    /// <summary>The distance, or <see cref="int.MaxValue"/> where it is above <paramref name="most"/>. O(n m) time, O(m) space; on the stack for all but long
    /// texts.</summary>
    public static int Of(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return int.MaxValue;
        // Three rows: a swap looks two rows back.
        var width = b.Length + 1;
        Span<int> rows = width <= MostOnStack ? stackalloc int[3 * MostOnStack] : new int[3 * width];
        Span<int> beforeLast = rows[..width], last = rows.Slice(width, width), row = rows.Slice(2 * width, width);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most) return int.MaxValue;
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.Length] <= most ? last[b.Length] : int.MaxValue;
    }
}
