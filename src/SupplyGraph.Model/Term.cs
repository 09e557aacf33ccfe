using System.Collections.Frozen;
using System.Text;

namespace SupplyGraph.Model;

/// <summary>
/// The one spelling of each enum member in URLs, JSON, files and ids: <c>exports_to</c>, <c>joint_venture</c>, <c>two-three-wheelers</c>.
/// Stages are joined by hyphens, everything else by underscores.
/// </summary>
public static class Term
{
    /// <summary>The term of a member.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Terms<T>.Names[value];

    /// <summary>The term of a member, or null for none.</summary>
    public static string? Of<T>(T? value) where T : struct, Enum => value is { } v ? Terms<T>.Names[v] : null;

    /// <summary>All terms of an enum, in declaration order.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Terms<T>.Ordered;

    /// <summary>Reads a term, ignoring case; false where there is no such member.</summary>
    public static bool TryParse<T>(string? term, out T value) where T : struct, Enum
    {
        value = default;
        return term is not null && Terms<T>.Values.TryGetValue(term.Trim(), out value);
    }

    private static class Terms<T> where T : struct, Enum
    {
        public static readonly string[] Ordered = [.. Enum.GetValues<T>().Select(v => Spell(v.ToString(), typeof(T) == typeof(Stage) ? '-' : '_'))];
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().Zip(Ordered).ToFrozenDictionary(p => p.First, p => p.Second);
        public static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);
    }

    private static string Spell(string pascal, char separator)
    {
        var text = new StringBuilder(pascal.Length + 4);
        foreach (var c in pascal)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append(separator);
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
