using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Texts that many claims repeat, each stored once. One that no claim uses any more stays: it is small, and shown nowhere.</summary>
internal sealed class SharedTexts(Session db)
{
    private readonly Dictionary<(string Key, string Name), long> publishers = [];
    private readonly Dictionary<string, long> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> imports = new(StringComparer.Ordinal);

    /// <summary>The publisher as named, with the key that it is compared by; one that is not named has its URL's.</summary>
    public long Publisher(Claim claim)
    {
        var named = (Key: Derivation.PublisherKey(claim), Name: claim.Publisher ?? "");
        if (publishers.TryGetValue(named, out var n)) return n;
        n = db.Number("SELECT n FROM publishers WHERE key = $1 AND name = $2", named.Key, named.Name)
            ?? db.Number("INSERT INTO publishers (key, name) VALUES ($1, $2) RETURNING n", named.Key, named.Name)!.Value;
        publishers.Add(named, n);
        return n;
    }

    public long? Title(Claim claim) => claim.SourceTitle is not { } title ? null : Of(titles, title,
        "SELECT n FROM titles WHERE title = $1", "INSERT INTO titles (title) VALUES ($1) RETURNING n");

    public long? Import(string? import) => import is null ? null : Of(imports, import,
        "SELECT n FROM imports WHERE import = $1", "INSERT INTO imports (import) VALUES ($1) RETURNING n");

    private long Of(Dictionary<string, long> known, string text, string select, string insert)
    {
        if (known.TryGetValue(text, out var n)) return n;
        n = db.Number(select, text) ?? db.Number(insert, text)!.Value;
        known.Add(text, n);
        return n;
    }
}
