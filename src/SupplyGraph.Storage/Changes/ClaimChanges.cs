using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>Removes and puts the claims of change sets, and derives every relationship that they touch anew.</summary>
internal sealed class ClaimChanges(IGraphRows rows, EntityChanges entities, RelationshipChanges relationships)
{
    private TaxonomyCycles? taxonomy;

    /// <summary>Removes claims. A relationship that is left without any goes at once, unless the set puts claims for it.</summary>
    public void Remove(IReadOnlyList<string> ids, ClaimBatch puts, Refusals refusals)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, index) in ids.Select((id, index) => (id, index)).DistinctBy(r => r.id))
        {
            if (relationships.RemoveClaim(id) is { } relationship) touched.Add(relationship);
            else refusals.Add(Refusals.RemovedClaims, index, "id", RefusalCode.NotFound, $"There is no claim '{id}'.");
        }
        if (touched.Count == 0) return;
        // What is removed is no longer in the way of a taxonomy that the set puts.
        taxonomy = null;
        foreach (var id in touched)
            if (!puts.Concerns(id)) relationships.Settle(id);
    }

    /// <summary>Checks every claim against the rules, the entities and the taxonomy.</summary>
    public void Check(ClaimBatch puts, Refusals refusals, CancellationToken cancel)
    {
        for (var i = 0; i < puts.Count; i++)
        {
            if (i % 1000 == 0) cancel.ThrowIfCancellationRequested();
            var claim = puts[i];
            var broken = refusals.Add(Refusals.Claims, i, puts.BreaksOf(i));
            broken |= CheckEntities(puts, i, refusals);
            // What rests on a refused entity is refused too, and closes no cycle.
            if (broken || puts.EntitiesOf(i).AnyRefused || !TaxonomyCycles.Concerns(claim.Type)) continue;
            taxonomy ??= new TaxonomyCycles(rows.Taxonomy());
            if (taxonomy.Add(claim.Key) is { } cycle)
                refusals.Add(Refusals.Claims, i, "to", RefusalCode.TaxonomyCycle, $"It would close a cycle of kind_of and part_of: {cycle}.");
        }
    }

    private bool CheckEntities(ClaimBatch puts, int index, Refusals refusals)
    {
        var claim = puts[index];
        ref var named = ref puts.EntitiesOf(index);
        // What was looked up ahead holds unless an entity changed since.
        if (puts.Generation != entities.Generation) named = default;
        named.From ??= entities.Find(claim.From);
        named.To ??= entities.Find(claim.To);
        if (claim.Component is not null) named.Component ??= entities.Find(claim.Component);
        var unknown = Unknown(named.From, "from", claim.From) | Unknown(named.To, "to", claim.To);
        if (claim.Component is { } component) unknown |= Unknown(named.Component, "component", component);
        return refusals.Add(Refusals.Claims, index, ClaimRules.CheckKinds(claim, named.From?.Kind, named.To?.Kind, named.Component?.Kind)) | unknown;

        bool Unknown(KnownEntity? found, string field, string id)
        {
            if (found is null) refusals.Add(Refusals.Claims, index, field, RefusalCode.UnknownEntity, $"There is no entity '{id}'.");
            return found is null;
        }
    }

    /// <summary>Refuses what names an entity that was refused itself.</summary>
    public static void RefuseOrphans(ClaimBatch puts, Refusals refusals)
    {
        for (var i = 0; i < puts.Count; i++)
        {
            if (puts.EntitiesOf(i) is not { AnyRefused: true } named) continue;
            Judge(i, "from", puts[i].From, named.From);
            Judge(i, "to", puts[i].To, named.To);
            if (puts[i].Component is { } component) Judge(i, "component", component, named.Component);
        }

        void Judge(int index, string field, string id, KnownEntity? found)
        {
            if (found is { Refused: true }) refusals.Add(Refusals.Claims, index, field, RefusalCode.UnknownEntity, $"'{id}' was refused.");
        }
    }

    /// <summary>Writes every claim that was not refused, with its relationship.</summary>
    public void Put(ClaimBatch puts, CancellationToken cancel)
    {
        foreach (var head in puts.Heads)
        {
            cancel.ThrowIfCancellationRequested();
            relationships.Settle(puts, head);
        }
    }
}
