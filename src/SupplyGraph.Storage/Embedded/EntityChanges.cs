using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Removes and puts the entities of change sets, and knows the entities that their claims name.</summary>
internal sealed partial class EntityChanges(Session db, RowNumbers numbers, ChangeFeed feed, ViewChanges view, Imports imports)
{
    /// <summary>The row of an entity; n is 0 for one that was refused: it is known, so that what names it is judged as if it stood.</summary>
    /// <param name="Put">Whether this very commit put it.</param>
    internal readonly record struct Known(long N, EntityKind Kind, bool Put = false)
    {
        public bool Refused => N == 0;
    }

    private readonly record struct Stored(long N, Entity Entity);

    // Looking up this many entities one by one costs as much as reading the million of a large graph.
    private const int FewLookups = 10_000;

    private readonly Dictionary<string, Known?> known = new(StringComparer.Ordinal);
    private readonly Lock holding = new();
    private int lookups;

    public int Created { get; private set; }
    public int Changed { get; private set; }
    public int Removed { get; private set; }

    /// <summary>Counts what changes entities that are known already: what was found in an earlier generation may no longer hold.</summary>
    public int Generation { get; private set; }

    /// <summary>The entity with this id, or null.</summary>
    public Known? Find(string id)
    {
        if (known.TryGetValue(id, out var found)) return found;
        if (++lookups == FewLookups)
        {
            HoldAll();
            return Find(id);
        }
        found = db.First<Known?>("SELECT n, kind FROM entities WHERE id = $1", row => new Known(row.GetInt64(0), (EntityKind)row.GetInt32(1)), id);
        Hold(id, found);
        return found;
    }

    /// <summary>Looks up what claims name, as far as it is held in memory. The one member that any thread may call.</summary>
    public void FindHeld(ClaimBatch puts)
    {
        lock (holding)
        {
            puts.Generation = Generation;
            for (var i = 0; i < puts.Count; i++)
            {
                var claim = puts[i];
                puts.EntitiesOf(i) = new NamedEntities(
                    known.GetValueOrDefault(claim.From), known.GetValueOrDefault(claim.To),
                    claim.Component is { } component ? known.GetValueOrDefault(component) : null);
            }
        }
    }

    /// <summary>Lets go of what is held.</summary>
    public void Release()
    {
        lock (holding)
        {
            known.Clear();
            known.TrimExcess();
        }
    }

    private void HoldAll()
    {
        using var rows = db.Query("SELECT id, n, kind FROM entities");
        lock (holding)
        {
            while (rows.Read()) known.TryAdd(rows.GetString(0), new Known(rows.GetInt64(1), (EntityKind)rows.GetInt32(2)));
        }
    }

    // Only the writer changes what is held; it needs the lock against those who look ahead.
    private void Hold(string id, Known? entity)
    {
        lock (holding)
        {
            if (known.TryGetValue(id, out var before) && before is not null) Generation++;
            known[id] = entity;
        }
    }

    public void Remove(IReadOnlyList<string> ids, Refusals refusals)
    {
        var rows = new List<(int Index, string Id, long N)>();
        for (var i = 0; i < ids.Count; i++)
        {
            if (Find(ids[i]) is { } found) rows.Add((i, ids[i], found.N));
            else refusals.Add(Refusals.RemovedEntities, i, "id", RefusalCode.NotFound, $"There is no entity '{ids[i]}'.");
        }
        // Companies that go in the same set do not hold their country back.
        foreach (var (_, _, n) in rows) db.Execute("UPDATE entities SET country_n = NULL WHERE n = $1", n);
        foreach (var (index, id, n) in rows.DistinctBy(r => r.N))
        {
            if (UsesOf(n) is { } uses) refusals.Add(Refusals.RemovedEntities, index, "id", RefusalCode.InUse, $"'{id}' is used by {uses}.");
            else Remove(n, id);
        }
    }

    /// <summary>Removes an entity unless something uses it.</summary>
    public bool RemoveUnused(long n, string id)
    {
        if (UsesOf(n) is not null) return false;
        Remove(n, id);
        return true;
    }

    private void Remove(long n, string id)
    {
        db.Execute("DELETE FROM entities WHERE n = $1", n);
        Hold(id, null);
        feed.Removed(ChangedThing.Entity, n, id);
        view.Remove(id);
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
