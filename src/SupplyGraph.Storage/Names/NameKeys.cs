using SupplyGraph.Model;

namespace SupplyGraph.Storage.Names;

/// <summary>The levels on which a text resolves after the exact id, in order.</summary>
internal enum NameLevel
{
    Name,
    Alias,
    Iso,
}

/// <summary>From the key of a text (<see cref="NameKey.Of"/>) to the records that bear it, level by level.</summary>
internal sealed class NameKeys
{
    private readonly Dictionary<string, object>[] levels = [new(), new(), new()];

    public NameKeys(IReadOnlyList<NameRecord> records)
    {
        foreach (var record in records)
        {
            Add(NameLevel.Name, record.Entity.Name, record);
            foreach (var alias in record.Aliases) Add(NameLevel.Alias, alias, record);
            Add(NameLevel.Iso, record.Iso2, record);
            Add(NameLevel.Iso, record.Iso3, record);
        }
    }

    /// <summary>The records that bear a key on a level.</summary>
    public IReadOnlyList<NameRecord> Find(NameLevel level, string key) =>
        !levels[(int)level].TryGetValue(key, out var found) ? [] : found as List<NameRecord> ?? [(NameRecord)found];

    // Nearly every key has one record: a list stands only where there are more.
    private void Add(NameLevel level, string? text, NameRecord record)
    {
        var key = NameKey.Of(text);
        if (key.Length == 0) return;
        var map = levels[(int)level];
        if (map.TryAdd(key, record)) return;
        if (map[key] is List<NameRecord> list)
        {
            if (!ReferenceEquals(list[^1], record)) list.Add(record);
        }
        else if (!ReferenceEquals(map[key], record))
        {
            map[key] = new List<NameRecord> { (NameRecord)map[key], record };
        }
    }
}
