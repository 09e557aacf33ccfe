using System.Globalization;
using SupplyGraph.Model;

namespace SupplyGraph.Storage;

/// <summary>Cursors and pages of listings, the same in every store.</summary>
internal static class Paging
{
    private const int HexLength = 2 * ClaimIdentity.Size;

    /// <exception cref="ArgumentOutOfRangeException">The size of a page is outside its range.</exception>
    public static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Limits.MaxPageSize);
    }

    /// <summary>A page of what was read: up to one item more than it may hold, by which it is known that there are more.</summary>
    public static Page<T> Cut<T>(List<T> items, int limit, Func<T, string> cursor)
    {
        if (items.Count <= limit) return new(items, null);
        items.RemoveRange(limit, items.Count - limit);
        return new(items, cursor(items[^1]));
    }

    /// <summary>The cursor of a numbered item.</summary>
    public static string Cursor(long n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number in a cursor; null for none.</summary>
    /// <exception cref="ArgumentException">The cursor is not one that a page gave.</exception>
    public static long? Number(string? cursor)
    {
        if (cursor is null) return null;
        return long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw NoCursor(cursor);
    }

    /// <summary>A cursor that is the id of a source; null for none.</summary>
    /// <exception cref="ArgumentException">The cursor is not one that a page gave.</exception>
    public static string? HexId(string? cursor) => cursor is null || IsHexId(cursor) ? cursor : throw NoCursor(cursor);

    /// <summary>Whether a text can be the id of a claim or a source.</summary>
    public static bool IsHexId(string text) => text.Length == HexLength && text.All(char.IsAsciiHexDigitLower);

    private static ArgumentException NoCursor(string cursor) => new($"'{cursor}' is no cursor of this listing.", nameof(cursor));
}
