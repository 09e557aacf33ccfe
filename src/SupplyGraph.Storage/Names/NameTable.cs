using SupplyGraph.Model;

namespace SupplyGraph.Storage.Names;

/// <summary>One entity with everything that resolves to it.</summary>
internal sealed record NameRecord(NamedEntity Entity, IReadOnlyList<string> Aliases, string? Iso2, string? Iso3)
{
    public string Id => Entity.Id;

    public static NameRecord Of(Entity entity) => new(new(entity.Id, entity.Kind, entity.Name), entity.Aliases, entity.Iso2, entity.Iso3);
}

/// <summary>An immutable table of names. The keys are computed at the first resolution and the texts at the first search, so that start-up waits for
/// neither.</summary>
internal sealed class NameTable
{
    private readonly NameRecord[] records;
    private readonly Lazy<NameKeys> keys;
    private readonly Lazy<NameTexts> texts;

    /// <param name="records">In any order; ids are unique.</param>
    public NameTable(IEnumerable<NameRecord> records)
    {
        this.records = [.. records];
        Array.Sort(this.records, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        keys = new(() => new NameKeys(this.records));
        texts = new(() => new NameTexts(this.records));
    }

    public static NameTable Empty { get; } = new([]);

    public IReadOnlyList<NameRecord> Records => records;

    public NameKeys Keys => keys.Value;

    public NameTexts Texts => texts.Value;

    /// <summary>The record with exactly this id, or null. O(log n).</summary>
    public NameRecord? Find(string id)
    {
        int low = 0, high = records.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(records[middle].Id, id);
            if (order == 0) return records[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }
}
