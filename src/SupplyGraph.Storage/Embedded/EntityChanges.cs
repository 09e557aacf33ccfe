using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Removes and puts the entities of one change set, and knows the entities that its claims name.</summary>
internal sealed partial class EntityChanges(Session db, RowNumbers numbers, ChangeFeed feed, Refusals refusals, ViewChanges view)
{
    /// <summary>The row of an entity; n is 0 for one of the set that was refused: it is known, so that its claims are judged as if it stood.</summary>
    internal readonly record struct Known(long N, EntityKind Kind);

    private readonly record struct Stored(long N, Entity Entity);

    private readonly Dictionary<string, Known?> known = new(StringComparer.Ordinal);

    public int Created { get; private set; }
    public int Changed { get; private set; }
    public int Removed { get; private set; }

    /// <summary>The entity with this id, or null.</summary>
    public Known? Find(string id)
    {
        if (known.TryGetValue(id, out var found)) return found;
        found = db.First<Known?>("SELECT n, kind FROM entities WHERE id = $1", row => new Known(row.GetInt64(0), (EntityKind)row.GetInt32(1)), id);
        known.Add(id, found);
        return found;
    }

    public void Remove(IReadOnlyList<string> ids)
    {
        var rows = new List<(int Index, string Id, long N)>();
        for (var i = 0; i < ids.Count; i++)
        {
            if (Find(ids[i]) is { } found) rows.Add((i, ids[i], found.N));
            else refusals.Add(Refusals.RemovedEntities, i, "id", RefusalCode.NotFound, $"There is no entity '{ids[i]}'.");
        }
        // Companies that go in the same set do not hold their country back.
        foreach (var (_, _, n) in rows) db.Execute("UPDATE entities SET country_n = NULL WHERE n = $1", n);
        foreach (var (index, id, n) in rows.DistinctBy(r => r.N)) RemoveOne(index, id, n);
    }

    private void RemoveOne(int index, string id, long n)
    {
        if (UsesOf(n) is { } uses)
        {
            refusals.Add(Refusals.RemovedEntities, index, "id", RefusalCode.InUse, $"'{id}' is used by {uses}.");
            return;
        }
        db.Execute("DELETE FROM entities WHERE n = $1", n);
        known[id] = null;
        feed.Removed(ChangedThing.Entity, n, id);
        view.RemovedEntities.Add(id);
        Removed++;
    }

    /// <summary>What uses an entity, in words; null for nothing.</summary>
    private string? UsesOf(long n)
    {
        var relationships = db.Number("SELECT COUNT(*) FROM relationships WHERE from_n = $1 OR to_n = $1 OR component_n = $1", n) ?? 0;
        var companies = db.Number("SELECT COUNT(*) FROM entities WHERE country_n = $1", n) ?? 0;
        if (relationships > 0 && companies > 0) return $"{relationships} relationship(s) and as the country of {companies} company(ies)";
        if (relationships > 0) return $"{relationships} relationship(s)";
        return companies > 0 ? $"{companies} company(ies) as their country" : null;
    }
}
