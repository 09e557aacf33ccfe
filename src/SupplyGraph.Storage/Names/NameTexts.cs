using SupplyGraph.Model;

namespace SupplyGraph.Storage.Names;

/// <summary>
/// Every searchable text of a table with the postings of its trigrams (hashed to buckets; a false hit fails the comparison that follows).
/// About 100 bytes a name beside the texts themselves.
/// </summary>
internal sealed class NameTexts
{
    private const int Buckets = 1 << 16;

    /// <summary>In texts up to this length one swap can spoil every trigram: they are compared with all texts of about their length as well.</summary>
    private const int ShortText = 6;

    private readonly record struct Text(string Slug, string Key, MatchRank Exact, NameRecord Record);

    private readonly List<Text> texts = [];
    private readonly int[] offsets = new int[Buckets + 1];
    private readonly int[] postings;
    private readonly List<int>[] ofLength;

    public NameTexts(IReadOnlyList<NameRecord> records)
    {
        foreach (var record in records) AddTexts(record);
        ofLength = TextsByLength();
        foreach (var text in texts)
            foreach (var bucket in Trigrams(text.Key)) offsets[bucket + 1]++;
        for (var b = 0; b < Buckets; b++) offsets[b + 1] += offsets[b];
        postings = new int[offsets[Buckets]];
        var next = offsets[..Buckets];
        for (var t = 0; t < texts.Count; t++)
            foreach (var bucket in Trigrams(texts[t].Key)) postings[next[bucket]++] = t;
    }

    private void AddTexts(NameRecord record)
    {
        Add(record.Id, MatchRank.ExactId);
        var slug = NameKey.Slug(record.Entity.Name);
        if (slug != record.Id) Add(slug, MatchRank.ExactName);
        foreach (var alias in record.Aliases) Add(NameKey.Slug(alias), MatchRank.ExactAlias);
        Add(NameKey.Slug(record.Iso2), MatchRank.ExactIso);
        Add(NameKey.Slug(record.Iso3), MatchRank.ExactIso);

        void Add(string words, MatchRank exact)
        {
            if (words.Length > 0) texts.Add(new(words, words.Replace("-", "", StringComparison.Ordinal), exact, record));
        }
    }

    private List<int>[] TextsByLength()
    {
        var byLength = new List<int>[ShortText + NameQuery.MostErrors + 1];
        for (var length = 0; length < byLength.Length; length++) byLength[length] = [];
        for (var t = 0; t < texts.Count; t++)
            if (texts[t].Key.Length < byLength.Length) byLength[texts[t].Key.Length].Add(t);
        return byLength;
    }

    /// <summary>Every text that matches, in no order; a record may come several times.</summary>
    public IEnumerable<(NameRecord Record, NameMatch Match)> Match(NameQuery query) => query.Key.Length switch
    {
        < 3 => MatchAll(query),
        <= ShortText => MatchByTrigrams(query).Concat(MatchByLength(query)),
        _ => MatchByTrigrams(query),
    };

    private IEnumerable<(NameRecord, NameMatch)> MatchAll(NameQuery query)
    {
        foreach (var text in texts)
            if (query.Plain(text.Slug, text.Key, text.Exact) is { } match) yield return (text.Record, match);
    }

    private IEnumerable<(NameRecord, NameMatch)> MatchByLength(NameQuery query)
    {
        for (var length = query.Key.Length - query.Errors; length <= query.Key.Length + query.Errors; length++)
            foreach (var t in ofLength[length])
                if (query.Similar(texts[t].Key, 0) is { } match) yield return (texts[t].Record, match);
    }

    private IEnumerable<(NameRecord, NameMatch)> MatchByTrigrams(NameQuery query)
    {
        var trigrams = Trigrams(query.Key);
        var hits = new byte[texts.Count];
        foreach (var bucket in trigrams)
            for (var p = offsets[bucket]; p < offsets[bucket + 1]; p++)
                if (hits[postings[p]] < byte.MaxValue) hits[postings[p]]++;
        // An error spoils at most four trigrams (a swap); a name that shares fewer than the rest is not within reach of the errors forgiven.
        var least = Math.Max(1, Math.Min(trigrams.Count, byte.MaxValue) - (4 * query.Errors));
        for (var t = 0; t < hits.Length; t++)
        {
            if (hits[t] < least) continue;
            var text = texts[t];
            var match = query.Plain(text.Slug, text.Key, text.Exact) ?? query.Similar(text.Key, hits[t] / (double)trigrams.Count);
            if (match is { } found) yield return (text.Record, found);
        }
    }

    private static HashSet<int> Trigrams(string key)
    {
        var trigrams = new HashSet<int>(Math.Max(0, key.Length - 2));
        for (var i = 0; i + 2 < key.Length; i++) trigrams.Add(((key[i] * 31 * 31) + (key[i + 1] * 31) + key[i + 2]) & (Buckets - 1));
        return trigrams;
    }
}
