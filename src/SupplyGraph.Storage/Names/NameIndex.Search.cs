using SupplyGraph.Model;

namespace SupplyGraph.Storage.Names;

public sealed partial class NameIndex
{
    /// <summary>
    /// Entities by how well a name of theirs matches, best first: the exact id, name, alias or ISO code; then a name that begins with the text; then one with
    /// a word that does;
    /// then one that holds it; then those that a few typing errors explain, most alike first. Ties by the ordinal order of ids.
    /// </summary>
    /// <param name="kinds">Only entities of these kinds; null or empty for all.</param>
    /// <param name="where">Only entities for which this holds.</param>
    /// <returns>At most <see cref="Limits.MaxSearchResults"/>; none where the text holds no letter or digit.</returns>
    public IReadOnlyList<NamedEntity> Search(string text, IReadOnlyCollection<EntityKind>? kinds = null, Func<NamedEntity, bool>? where = null) =>
        Ranked(text, Limits.MaxSearchResults, kinds, where);

    /// <summary>What could be meant by a text that resolves to nothing, best first; at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<NamedEntity> Near(string text, int limit = Limits.NearMatches, IReadOnlyCollection<EntityKind>? kinds = null) =>
        Ranked(text, limit, kinds, null);

    private List<NamedEntity> Ranked(string text, int limit, IReadOnlyCollection<EntityKind>? kinds, Func<NamedEntity, bool>? where)
    {
        var query = new NameQuery(text);
        if (query.Key.Length == 0) return [];
        var best = new Dictionary<NameRecord, NameMatch>(ReferenceEqualityComparer.Instance);
        foreach (var (record, match) in stored.Texts.Match(query))
            if (!superseded.Contains(record.Id)) Keep(record, match);
        foreach (var (record, match) in changed.Texts.Match(query)) Keep(record, match);
        var ranked = best.ToList();
        ranked.Sort((a, b) => a.Value.CompareTo(b.Value) is var order and not 0 ? order : string.CompareOrdinal(a.Key.Id, b.Key.Id));
        return [.. ranked.Take(limit).Select(r => r.Key.Entity)];

        void Keep(NameRecord record, NameMatch match)
        {
            if (best.TryGetValue(record, out var known))
            {
                if (match.CompareTo(known) < 0) best[record] = match;
            }
            else if (Fits(record, kinds) && (where is null || where(record.Entity)))
            {
                best.Add(record, match);
            }
        }
    }
}
