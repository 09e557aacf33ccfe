using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Texts that many claims repeat, each stored once. One that no claim uses any more stays: it is small, and shown nowhere.</summary>
internal sealed class SharedTexts(Session db)
{
    // A file may hold a text of its own in every row: past this many they are looked up in the database again.
    private const int MostRemembered = 50_000;

    private readonly Dictionary<(string? Publisher, string? Url), long> publishers = [];
    private readonly Dictionary<string, long> titles = new(StringComparer.Ordinal);

    // The claims of a file mostly repeat publisher and title for many rows.
    private Claim? latest;
    private long latestPublisher;
    private long? latestTitle;

    /// <summary>The rows of a claim's publisher and title.</summary>
    public (long Publisher, long? Title) Of(Claim claim)
    {
        if (latest is null || latest.Publisher != claim.Publisher || (claim.Publisher is null && latest.SourceUrl != claim.SourceUrl))
            latestPublisher = Publisher(claim);
        if (latest is null || latest.SourceTitle != claim.SourceTitle) latestTitle = Title(claim);
        latest = claim;
        return (latestPublisher, latestTitle);
    }

    /// <summary>The publisher as named, with the key that it is compared by; one that is not named has its URL's.</summary>
    private long Publisher(Claim claim)
    {
        var named = (claim.Publisher, claim.Publisher is null ? claim.SourceUrl : null);
        if (publishers.TryGetValue(named, out var n)) return n;
        var (key, name) = (Derivation.PublisherKey(claim), claim.Publisher ?? "");
        n = db.Number("SELECT n FROM publishers WHERE key = $1 AND name = $2", key, name)
            ?? db.Number("INSERT INTO publishers (key, name) VALUES ($1, $2) RETURNING n", key, name)!.Value;
        Remember(publishers, named, n);
        return n;
    }

    private long? Title(Claim claim)
    {
        if (claim.SourceTitle is not { } title) return null;
        if (titles.TryGetValue(title, out var n)) return n;
        n = db.Number("SELECT n FROM titles WHERE title = $1", title) ?? db.Number("INSERT INTO titles (title) VALUES ($1) RETURNING n", title)!.Value;
        Remember(titles, title, n);
        return n;
    }

    private static void Remember<TKey>(Dictionary<TKey, long> known, TKey key, long n) where TKey : notnull
    {
        if (known.Count >= MostRemembered) known.Clear();
        known.Add(key, n);
    }
}
