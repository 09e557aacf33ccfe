using System.Numerics;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Names;

/// <summary>One entity with everything that resolves to it.</summary>
internal sealed record NameRecord(NamedEntity Entity, IReadOnlyList<string> Aliases, string? Iso2, string? Iso3)
{
    /// <summary>The entity's id, at hand for those who only compare it.</summary>
    public string Id { get; } = Entity.Id;

    public static NameRecord Of(Entity entity) => new(new(entity.Id, entity.Kind, entity.Name), entity.Aliases, entity.Iso2, entity.Iso3);
}

/// <summary>An immutable table of names. The keys are computed at the first resolution and the texts at the first search, so that start-up waits for
/// neither.</summary>
internal sealed class NameTable
{
    private readonly NameRecord[] records;
    private readonly Lazy<NameKeys> keys;
    private readonly Lazy<NameTexts> texts;
    private readonly Lazy<Slot[]> slots;

    /// <param name="records">In any order; ids are unique.</param>
    public NameTable(IEnumerable<NameRecord> records)
    {
        this.records = [.. records];
        Array.Sort(this.records, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        keys = new(() => new NameKeys(this.records));
        texts = new(() => new NameTexts(this.records));
        slots = new(Hash);
    }

    public static NameTable Empty { get; } = new([]);

    public IReadOnlyList<NameRecord> Records => records;

    public NameKeys Keys => keys.Value;

    public NameTexts Texts => texts.Value;

    /// <summary>The record with exactly this id, or null. O(1): a load asks for each end of millions of rows.</summary>
    public NameRecord? Find(string id)
    {
        if (records.Length == 0) return null;
        var (table, hash) = (slots.Value, id.GetHashCode());
        for (var place = hash & (table.Length - 1); table[place].Record > 0; place = (place + 1) & (table.Length - 1))
            if (table[place].Hash == hash && records[table[place].Record - 1] is var found && found.Id == id) return found;
        return null;
    }

    /// <summary>Where the record of an id with this hash stands, plus one; 0 for none.</summary>
    private readonly record struct Slot(int Hash, int Record);

    /// <summary>The records by the hash of their ids: open addressing, at most two thirds full, 8 bytes a slot.</summary>
    private Slot[] Hash()
    {
        var table = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)(records.Length * 3 / 2) + 1)];
        for (var record = 0; record < records.Length; record++)
        {
            var hash = records[record].Id.GetHashCode();
            var place = hash & (table.Length - 1);
            while (table[place].Record > 0) place = (place + 1) & (table.Length - 1);
            table[place] = new Slot(hash, record + 1);
        }
        return table;
    }
}
