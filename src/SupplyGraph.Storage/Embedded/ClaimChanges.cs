using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Removes and puts the claims of one change set, and derives every relationship that they touch anew.</summary>
internal sealed class ClaimChanges(Session db, EntityChanges entities, Refusals refusals, RelationshipChanges relationships, IReadOnlyList<Claim> given)
{
    private readonly Claim[] puts = [.. given.Select(c => c.Normalised())];
    private readonly Dictionary<string, List<int>> byRelationship = new(StringComparer.Ordinal);

    /// <summary>The id of each claim put, in the order given.</summary>
    public string[] Ids { get; } = new string[given.Count];

    /// <summary>Groups the claims by relationship, so that each is read, derived and written once.</summary>
    public void Group()
    {
        for (var i = 0; i < puts.Length; i++)
        {
            Ids[i] = puts[i].Id;
            var id = puts[i].Key.Id;
            if (!byRelationship.TryGetValue(id, out var places)) byRelationship.Add(id, places = []);
            places.Add(i);
        }
    }

    /// <summary>Removes claims. A relationship that is left without any goes at once, unless the set puts claims for it.</summary>
    public void Remove(IReadOnlyList<string> ids)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, index) in ids.Select((id, index) => (id, index)).DistinctBy(r => r.id))
        {
            if (relationships.RemoveClaim(id) is { } relationship) touched.Add(relationship);
            else refusals.Add(Refusals.RemovedClaims, index, "id", RefusalCode.NotFound, $"There is no claim '{id}'.");
        }
        foreach (var id in touched)
            if (!byRelationship.ContainsKey(id)) relationships.Settle(id, []);
    }

    /// <summary>Checks every claim against the rules, the entities and the taxonomy.</summary>
    public void Check(CancellationToken cancel)
    {
        TaxonomyCycles? taxonomy = null;
        for (var i = 0; i < puts.Length; i++)
        {
            if (i % 1000 == 0) cancel.ThrowIfCancellationRequested();
            var claim = puts[i];
            var broken = refusals.Add(Refusals.Claims, i, ClaimRules.Check(claim));
            broken |= CheckEntities(i, claim);
            if (broken || !TaxonomyCycles.Concerns(claim.Type)) continue;
            taxonomy ??= new TaxonomyCycles(db);
            if (taxonomy.Add(claim.Key) is { } cycle)
                refusals.Add(Refusals.Claims, i, "to", RefusalCode.TaxonomyCycle, $"It would close a cycle of kind_of and part_of: {cycle}.");
        }
    }

    private bool CheckEntities(int index, Claim claim)
    {
        var from = Kind("from", claim.From);
        var to = Kind("to", claim.To);
        var component = claim.Component is null ? null : Kind("component", claim.Component);
        var unknown = from is null || to is null || (component is null && claim.Component is not null);
        return refusals.Add(Refusals.Claims, index, ClaimRules.CheckKinds(claim, from, to, component)) | unknown;

        EntityKind? Kind(string field, string id)
        {
            if (entities.Find(id) is { } found) return found.Kind;
            refusals.Add(Refusals.Claims, index, field, RefusalCode.UnknownEntity, $"There is no entity '{id}'.");
            return null;
        }
    }

    /// <summary>Writes every claim with its relationship.</summary>
    public void Put(CancellationToken cancel)
    {
        foreach (var (id, places) in byRelationship)
        {
            cancel.ThrowIfCancellationRequested();
            relationships.Settle(id, places.ConvertAll(i => (Ids[i], puts[i])));
        }
    }
}
