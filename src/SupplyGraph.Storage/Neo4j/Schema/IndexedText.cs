using System.Security.Cryptography;
using System.Text;

namespace SupplyGraph.Storage.Neo4j.Schema;

/// <summary>
/// Texts that an index finds by equality and that people may make very long. An index of Neo4j takes some 8,000 bytes; one key of ours may be one of two in an
/// entry.
/// </summary>
internal static class IndexedText
{
    /// <summary>Bytes of UTF-8 up to which a text stands as it is.</summary>
    public const int MaxBytes = 2000;

    private const int KeptCharacters = 400;

    /// <summary>The text, or, where it is too long for an index, its beginning and its SHA-256: equal for equal texts only.</summary>
    public static string Of(string text)
    {
        // A UTF-16 unit takes at most three bytes.
        if (text.Length <= MaxBytes / 3 || Encoding.UTF8.GetByteCount(text) <= MaxBytes) return text;
        var kept = char.IsHighSurrogate(text[KeptCharacters - 1]) ? KeptCharacters - 1 : KeptCharacters;
        return $"{text[..kept]}…{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }
}
