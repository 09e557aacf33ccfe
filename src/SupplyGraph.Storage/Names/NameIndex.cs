using System.Collections.Immutable;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Names;

/// <summary>
/// Every name of every entity, for resolving what people type and for offering near matches. Immutable; one index serves one version. Shared by the stores, so
/// that
/// both resolve and rank alike. Stands on a large table that is kept and a small one of what changed since.
/// </summary>
public sealed partial class NameIndex
{
    private static readonly NameLevel[] Levels = Enum.GetValues<NameLevel>();

    private readonly NameTable stored;
    private readonly NameTable changed;

    /// <summary>Ids whose record in <see cref="stored"/> no longer holds: changed, removed, or put anew.</summary>
    private readonly ImmutableHashSet<string> superseded;

    private NameIndex(NameTable stored, NameTable changed, ImmutableHashSet<string> superseded)
    {
        this.stored = stored;
        this.changed = changed;
        this.superseded = superseded;
    }

    /// <summary>An index of no names.</summary>
    public static NameIndex Empty { get; } = Build([]);

    /// <summary>The index of these entities, whose ids are unique. O(n log n).</summary>
    public static NameIndex Build(IEnumerable<Entity> entities) =>
        new(new NameTable(entities.Select(NameRecord.Of)), NameTable.Empty, ImmutableHashSet<string>.Empty);

    /// <summary>The index after some entities were added or changed and others removed. Its cost grows with the changes since the last building, not with the
    /// graph.</summary>
    public NameIndex With(IReadOnlyCollection<Entity> put, IReadOnlyCollection<string> removed)
    {
        if (put.Count == 0 && removed.Count == 0) return this;
        var records = changed.Records.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var gone = superseded.ToBuilder();
        foreach (var id in removed)
        {
            records.Remove(id);
            gone.Add(id);
        }
        foreach (var entity in put)
        {
            records[entity.Id] = NameRecord.Of(entity);
            gone.Add(entity.Id);
        }
        if (gone.Count <= Limits.MaxNameChanges) return new(stored, new NameTable(records.Values), gone.ToImmutable());
        var kept = stored.Records.Where(r => !gone.Contains(r.Id));
        return new(new NameTable(kept.Concat(records.Values)), NameTable.Empty, ImmutableHashSet<string>.Empty);
    }

    /// <summary>
    /// The entity that a text names (design, section 1): exact id first, then name, then alias, then ISO code, compared by <see cref="NameKey.Of"/>.
    /// The first level that finds anything decides; several entities on it are all given, in the ordinal order of ids.
    /// </summary>
    /// <param name="kinds">Only entities of these kinds; null or empty for all.</param>
    public Resolution Resolve(string text, IReadOnlyCollection<EntityKind>? kinds = null)
    {
        if (Find(text.Trim()) is { } exact && Fits(exact, kinds)) return new([exact.Entity]);
        var key = NameKey.Of(text);
        if (key.Length == 0) return new([]);
        foreach (var level in Levels)
        {
            var found = stored.Keys.Find(level, key).Where(r => !superseded.Contains(r.Id)).Concat(changed.Keys.Find(level, key))
                .Where(r => Fits(r, kinds)).Select(r => r.Entity).OrderBy(e => e.Id, StringComparer.Ordinal).ToList();
            if (found.Count > 0) return new(found);
        }
        return new([]);
    }

    /// <summary>The entity with exactly this id, or null.</summary>
    public NamedEntity? Get(string id) => Find(id)?.Entity;

    private NameRecord? Find(string id) => changed.Find(id) ?? (superseded.Contains(id) ? null : stored.Find(id));

    private static bool Fits(NameRecord record, IReadOnlyCollection<EntityKind>? kinds) => kinds is not { Count: > 0 } || kinds.Contains(record.Entity.Kind);
}

/// <summary>How a text resolved.</summary>
/// <param name="Entities">The one entity that it names; several where it is ambiguous (all of one level); none where it is unknown.</param>
public readonly record struct Resolution(IReadOnlyList<NamedEntity> Entities)
{
    /// <summary>Whether it is exactly one entity.</summary>
    public bool Found => Entities.Count == 1;

    public bool Ambiguous => Entities.Count > 1;
}

/// <summary>An entity as the index knows it.</summary>
public sealed record NamedEntity(string Id, EntityKind Kind, string Name);
