using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SupplyGraph.Model;

/// <summary>The identities of claims and sources: the first 10 bytes of a SHA-256 over their fields, as 20 hexadecimal digits.</summary>
public static class ClaimIdentity
{
    /// <summary>Bytes of an id.</summary>
    public const int Size = 10;

    // Between fields: a character that CSV cells and JSON strings of people do not hold, so that no two field lists join to one text.
    private const byte Separator = 0x1f;

    // A load takes millions of identities: their texts are put together in one buffer a thread.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? text;

    /// <summary>The id of a claim, as digits.</summary>
    public static string Of(Claim claim)
    {
        var normalised = claim.Normalised();
        Span<byte> id = stackalloc byte[Size];
        Write(normalised, normalised.Key.Id, SourceOf(normalised), id);
        return Convert.ToHexStringLower(id);
    }

    /// <summary>Writes the id of a claim as bytes, for callers that have its parts at hand.</summary>
    /// <param name="claim">In the form of <see cref="Claim.Normalised"/>.</param>
    /// <param name="relationship">The id of its relationship.</param>
    /// <param name="source">The id of its source, as digits.</param>
    /// <param name="id">Takes <see cref="Size"/> bytes.</param>
    public static void Write(Claim claim, string relationship, string source, Span<byte> id)
    {
        var fields = Begin();
        Add(fields, relationship);
        AddNext(fields, Term.Of(claim.Status));
        AddNext(fields, claim.ValidFrom?.ToString());
        AddNext(fields, claim.ValidTo?.ToString());
        AddNext(fields, PlainNumber.Of(claim.Amount));
        AddNext(fields, claim.Unit);
        AddNext(fields, claim.Statement);
        AddNext(fields, source);
        AddNext(fields, claim.SourceDate?.ToString());
        Hash(fields, id);
    }

    /// <summary>The id of the source that a claim cites, as digits: of its URL as given, or else of publisher and title.</summary>
    public static string SourceOf(Claim claim)
    {
        var fields = Begin();
        if (string.IsNullOrWhiteSpace(claim.SourceUrl))
        {
            Add(fields, "publication");
            AddNext(fields, claim.Publisher?.Trim());
            AddNext(fields, claim.SourceTitle?.Trim());
        }
        else
        {
            Add(fields, "url");
            AddNext(fields, claim.SourceUrl.Trim());
        }
        Span<byte> id = stackalloc byte[Size];
        Hash(fields, id);
        return Convert.ToHexStringLower(id);
    }

    private static ArrayBufferWriter<byte> Begin()
    {
        text ??= new ArrayBufferWriter<byte>(1024);
        text.ResetWrittenCount();
        return text;
    }

    private static void Add(ArrayBufferWriter<byte> fields, string? field) => Encoding.UTF8.GetBytes(field, fields);

    private static void AddNext(ArrayBufferWriter<byte> fields, string? field)
    {
        fields.GetSpan(1)[0] = Separator;
        fields.Advance(1);
        if (field is not null) Add(fields, field);
    }

    private static void Hash(ArrayBufferWriter<byte> fields, Span<byte> id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(fields.WrittenSpan, hash);
        hash[..Size].CopyTo(id);
    }
}
