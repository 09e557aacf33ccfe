using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>Removes and puts the entities of change sets, and knows the entities that their claims name.</summary>
internal sealed partial class EntityChanges(IGraphRows rows, RowNumbers numbers, ChangeFeed feed, ViewChanges view, Imports imports)
{
    // Looking up this many entities one by one costs as much as reading the million of a large graph.
    private const int FewLookups = 10_000;

    private readonly Dictionary<string, KnownEntity?> known = new(StringComparer.Ordinal);
    private readonly Lock holding = new();
    private int lookups;

    public int Created { get; private set; }
    public int Changed { get; private set; }
    public int Removed { get; private set; }

    /// <summary>Counts what changes entities that are known already: what was found in an earlier generation may no longer hold.</summary>
    public int Generation { get; private set; }

    /// <summary>The entity with this id, or null.</summary>
    public KnownEntity? Find(string id)
    {
        if (known.TryGetValue(id, out var found)) return found;
        if (++lookups == FewLookups)
        {
            HoldAll();
            return Find(id);
        }
        found = rows.FindEntity(id);
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
        lock (holding)
        {
            foreach (var (id, entity) in rows.AllEntities()) known.TryAdd(id, entity);
        }
    }

    // Only the writer changes what is held; it needs the lock against those who look ahead.
    private void Hold(string id, KnownEntity? entity)
    {
        lock (holding)
        {
            if (known.TryGetValue(id, out var before) && before is not null) Generation++;
            known[id] = entity;
        }
    }

    public void Remove(IReadOnlyList<string> ids, Refusals refusals)
    {
        var found = new List<(int Index, string Id, long N)>();
        for (var i = 0; i < ids.Count; i++)
        {
            if (Find(ids[i]) is { } entity) found.Add((i, ids[i], entity.N));
            else refusals.Add(Refusals.RemovedEntities, i, "id", RefusalCode.NotFound, $"There is no entity '{ids[i]}'.");
        }
        // Companies that go in the same set do not hold their country back.
        foreach (var (_, _, n) in found) rows.LeaveCountry(n);
        foreach (var (index, id, n) in found.DistinctBy(r => r.N))
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
        rows.DeleteEntity(n);
        Hold(id, null);
        feed.Removed(ChangedThing.Entity, n, id);
        view.Remove(id);
        Removed++;
    }

    /// <summary>What uses an entity, in words; null for nothing.</summary>
    private string? UsesOf(long n)
    {
        var (relationships, companies) = rows.UsesOf(n);
        if (relationships > 0 && companies > 0) return $"{relationships} relationship(s) and as the country of {companies} company(ies)";
        if (relationships > 0) return $"{relationships} relationship(s)";
        return companies > 0 ? $"{companies} company(ies) as their country" : null;
    }
}
