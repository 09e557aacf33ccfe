using SupplyGraph.Model;

namespace SupplyGraph.Storage.Names;

/// <summary>How a text matched, from good to poor.</summary>
internal enum MatchRank
{
    ExactId,
    ExactName,
    ExactAlias,
    ExactIso,
    Prefix,
    WordPrefix,
    Inside,
    Similar,
}

/// <summary>A match; the better one compares as less.</summary>
/// <param name="Likeness">0..1, only of <see cref="MatchRank.Similar"/>.</param>
internal readonly record struct NameMatch(MatchRank Rank, double Likeness = 0) : IComparable<NameMatch>
{
    public int CompareTo(NameMatch other) => Rank != other.Rank ? Rank.CompareTo(other.Rank) : other.Likeness.CompareTo(Likeness);
}

/// <summary>A text that is searched for, prepared once.</summary>
internal sealed class NameQuery(string text)
{
    /// <summary>Words joined by hyphens.</summary>
    public string Slug { get; } = NameKey.Slug(text);

    /// <summary>The same without hyphens.</summary>
    public string Key { get; } = NameKey.Of(text);

    private readonly string wordStart = "-" + NameKey.Slug(text);

    /// <summary>The most typing errors that are forgiven at all.</summary>
    public const int MostErrors = 3;

    /// <summary>How many typing errors are forgiven: one in short words, none in the shortest.</summary>
    public int Errors => Key.Length switch { < 3 => 0, <= 5 => 1, <= 10 => 2, _ => MostErrors };

    /// <summary>The match of another text without errors, or null.</summary>
    /// <param name="exact">The rank where both are the same.</param>
    public NameMatch? Plain(string slug, string key, MatchRank exact)
    {
        if (key == Key) return new(exact);
        if (key.StartsWith(Key, StringComparison.Ordinal)) return new(MatchRank.Prefix);
        if (slug.Contains(wordStart, StringComparison.Ordinal)) return new(MatchRank.WordPrefix);
        return key.Contains(Key, StringComparison.Ordinal) ? new(MatchRank.Inside) : null;
    }

    /// <summary>The match of a text with errors, or null.</summary>
    /// <param name="shared">The share of this text's trigrams that the other holds, 0..1.</param>
    public NameMatch? Similar(string key, double shared)
    {
        var errors = Errors == 0 ? int.MaxValue : EditDistance.Of(Key, key, Errors);
        if (errors <= Errors) return new(MatchRank.Similar, 1 - (errors / (double)Math.Max(Key.Length, key.Length)));
        return shared >= LeastShared ? new(MatchRank.Similar, shared / 2) : null;
    }

    /// <summary>From this share of common trigrams on a longer name is offered though it is no typing error away.</summary>
    private const double LeastShared = 0.6;
}
