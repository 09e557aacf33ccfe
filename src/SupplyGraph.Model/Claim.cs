using System.Security.Cryptography;
using System.Text;

namespace SupplyGraph.Model;

/// <summary>One source saying one thing about one relationship. Ends and component are entity ids.</summary>
public sealed record Claim(RelationshipType Type, string From, string To)
{
    /// <summary>What moves, an entity id of kind component.</summary>
    public string? Component { get; init; }

    /// <summary>What the first end does at the second, where the type has roles.</summary>
    public Role? Role { get; init; }

    public Status Status { get; init; } = Status.Established;

    /// <summary>When it begins, as stated.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>When it ends, as stated.</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>A quantity in <see cref="Unit"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The unit of <see cref="Amount"/>, such as <c>GWh/yr</c>; free text, compared as text.</summary>
    public string? Unit { get; init; }

    /// <summary>What the source says, paraphrased.</summary>
    public string? Statement { get; init; }

    public string? SourceTitle { get; init; }
    public string? Publisher { get; init; }
    public string? SourceUrl { get; init; }

    /// <summary>When the source was published, as precisely as is known.</summary>
    public PartialDate? SourceDate { get; init; }

    /// <summary>How far the source is to be trusted in this, above 0 and at most 1.</summary>
    public double Confidence { get; init; } = Limits.DefaultConfidence;

    /// <summary>The relationship that this claim speaks of; the ends of a two-way type in ordinal order.</summary>
    public RelationshipKey Key => RelationshipKey.Of(Type, From, To, Component, Role);

    /// <summary>
    /// Derived from what the claim states, its source and its source date; not from confidence, nor from publisher and title where there is a URL.
    /// The same claim always has the same id, however it was spelled on the way in.
    /// </summary>
    public string Id => ClaimIdentity.Of(this);

    /// <summary>The source's id, derived from its URL as given, or else from publisher and title.</summary>
    public string SourceId => ClaimIdentity.SourceOf(this);

    /// <summary>Texts trimmed, empty ones null, the ends of a two-way type in ordinal order: the form that is stored.</summary>
    public Claim Normalised()
    {
        var key = Key;
        return this with
        {
            From = key.From,
            To = key.To,
            Component = Text(Component),
            Unit = Text(Unit),
            Statement = Text(Statement),
            SourceTitle = Text(SourceTitle),
            Publisher = Text(Publisher),
            SourceUrl = Text(SourceUrl),
        };
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The identities of claims and sources: the first 20 hexadecimal digits of a SHA-256 over their fields.</summary>
internal static class ClaimIdentity
{
    // Between fields: a character that CSV cells and JSON strings of people do not hold, so that no two field lists join to one text.
    private const char Separator = '\u001f';

    public static string Of(Claim claim)
    {
        var c = claim.Normalised();
        return Hash(
            c.Key.Id, Term.Of(c.Status), c.ValidFrom?.ToString(), c.ValidTo?.ToString(), PlainNumber.Of(c.Amount), c.Unit, c.Statement, SourceOf(c),
            c.SourceDate?.ToString());
    }

    public static string SourceOf(Claim claim) => string.IsNullOrWhiteSpace(claim.SourceUrl)
        ? Hash("publication", claim.Publisher?.Trim(), claim.SourceTitle?.Trim())
        : Hash("url", claim.SourceUrl.Trim());

    private static string Hash(params ReadOnlySpan<string?> fields) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Separator, fields))).AsSpan(0, 10));
}
