using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Paging;

/// <summary>Where a page ended, as an opaque text: the last item's key, with a mark of the question that it belongs to.</summary>
public static class Cursor
{
    private const int MarkLength = 8;
    private const char Separator = '|';

    /// <summary>The cursor that continues after a key; null where there is no more.</summary>
    /// <param name="question">The filters, as they are echoed.</param>
    [return: NotNullIfNotNull(nameof(after))]
    public static string? After(string? after, object question) =>
        after is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(MarkOf(question) + Separator + after));

    /// <summary>Reads the key to continue after; null for the first page.</summary>
    /// <exception cref="ProblemException">The cursor belongs to another question.</exception>
    public static string? Read(string? cursor, object question)
    {
        if (cursor is null || !TryRead(cursor, out var content)) return null;
        return content.StartsWith(MarkOf(question) + Separator, StringComparison.Ordinal)
            ? content[(MarkLength + 1)..]
            : throw ProblemException.Invalid("cursor", ErrorCode.InvalidCursor, "The cursor is of another question: keep all filters while paging.");
    }

    internal static bool TryRead(string cursor, out string content)
    {
        content = "";
        if (!Base64Url.IsValid(cursor)) return false;
        content = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return content.Length > MarkLength && content[MarkLength] == Separator;
    }

    private static string MarkOf(object question) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(question, question.GetType(), JsonSetup.Options)))[..MarkLength];
}
