namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>
/// Texts by code points: the order of the database's indexes. It differs from .NET's ordinal order only where a character beyond U+FFFF meets one between
/// U+E000 and U+FFFF. (Where the database compares without an index it takes such a pair either way round.)
/// </summary>
internal sealed class OrderOfIds : IComparer<string>
{
    public static OrderOfIds Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return x is null ? y is null ? 0 : -1 : 1;
        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length) return x.Length.CompareTo(y.Length);
        return Rank(x[common]).CompareTo(Rank(y[common]));
    }

    // A surrogate stands for a code point behind all others.
    private static int Rank(char c) => char.IsSurrogate(c) ? c + char.MaxValue : c;
}
