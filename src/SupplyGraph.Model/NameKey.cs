using System.Globalization;
using System.Text;

namespace SupplyGraph.Model;

/// <summary>Names as they are compared, and the slugs that become ids. Both work on letters of every script.</summary>
public static class NameKey
{
    /// <summary>
    /// The form in which names are equal: Unicode NFKD, marks, punctuation, symbols and white space dropped, case folded.
    /// "CATL", "catl" and "C.A.T.L." share a key; so do "São Paulo" and "sao-paulo". Empty where nothing is left.
    /// </summary>
    public static string Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "";
        var key = new StringBuilder(name.Length);
        foreach (var rune in Fold(name).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) key.Append(rune.ToString());
        return key.ToString();
    }

    /// <summary>A readable id: folded like a key, with one hyphen for every run of other characters. Empty where nothing is left.</summary>
    public static string Slug(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "";
        var slug = new StringBuilder(name.Length);
        var gap = false;
        foreach (var rune in Fold(name).EnumerateRunes())
        {
            if (IsMark(rune)) continue;
            if (!Rune.IsLetterOrDigit(rune)) { gap = true; continue; }
            if (gap && slug.Length > 0) slug.Append('-');
            gap = false;
            slug.Append(rune.ToString());
        }
        return slug.ToString();
    }

    /// <summary>
    /// Whether a text can be an id: it is its own slug, so it never holds a separator of relationship ids, and is no longer than
    /// <see cref="Limits.IdLength"/>.
    /// </summary>
    public static bool IsId(string? text) => text is { Length: > 0 and <= Limits.IdLength } && Slug(text) == text;

    // Upper case first: it joins what lower case alone keeps apart (final sigma, long s); sharp s has no single upper-case letter.
    // Only well-formed UTF-16 can be normalised: a lone surrogate becomes U+FFFD, which is no letter and drops out.
    private static string Fold(string name) =>
        WellFormed(name).Normalize(NormalizationForm.FormKD).ToUpperInvariant().ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal);

    private static string WellFormed(string name)
    {
        foreach (var c in name)
            if (char.IsSurrogate(c)) return string.Concat(name.EnumerateRunes().Select(r => r.ToString()));
        return name;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
