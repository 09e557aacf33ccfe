using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>Writes claims and the relationships that they add up to, one relationship at a time.</summary>
internal sealed partial class RelationshipChanges(
    IGraphRows rows, RowNumbers numbers, ChangeFeed feed, ViewChanges view, SourceTotals sources, Imports imports)
{
    private readonly long before = numbers.Last(ChangedThing.Relationship);

    public int Created { get; private set; }
    public int Removed { get; private set; }

    /// <summary>Derives a relationship from the claims it has and those put, and writes what is new.</summary>
    /// <param name="head">The first of its claims; the others hang on it.</param>
    public void Settle(ClaimBatch puts, int head)
    {
        var id = puts.RelationshipOf(head);
        if (crowded.TryGetValue(id, out var held))
        {
            Join(held, puts, head);
            return;
        }
        var stored = rows.FindRelationship(id);
        if (stored is { Relationship.Claims: >= Crowd }) Join(Hold(id, stored), puts, head);
        else if (stored is null && puts.NextOf(head) == ClaimBatch.None) Begin(puts, head);
        else Merge(id, stored, puts, head);
    }

    /// <summary>Derives a relationship from the claims that it is left with; without any it goes.</summary>
    public void Settle(string id)
    {
        if (rows.FindRelationship(id) is not { } stored) return;
        var claims = ClaimsOf(stored.N);
        if (claims.Count == 0) Remove(stored);
        else Write(stored, Derive(stored.Relationship.Key, claims));
    }

    // Most relationships of a load are new and have one claim.
    private void Begin(ClaimBatch puts, int only)
    {
        var claim = puts[only];
        var n = Insert(puts.RelationshipOf(only), Derivation.Derive(puts.KeyOf(only), claim), puts.EntitiesOf(only));
        Insert(n, puts.IdOf(only), puts.SourceOf(only), claim);
        ClaimsCreated++;
    }

    private void Merge(string id, StoredRelationship? stored, ClaimBatch puts, int head)
    {
        var claims = stored is null ? new(StringComparer.Ordinal) : ClaimsOf(stored.N);
        for (var i = head; i != ClaimBatch.None; i = puts.NextOf(i)) Put(claims, puts, i);
        var derived = Derive(puts.KeyOf(head), claims);
        var n = stored is null ? Insert(id, derived, puts.EntitiesOf(head)) : Write(stored, derived);
        foreach (var entry in claims.Values)
        {
            if (entry.N == 0) Insert(n, puts.IdOf(entry.Put), puts.SourceOf(entry.Put), entry.Claim);
            else if (entry.Changed) Update(entry);
        }
    }

    private static Relationship Derive(RelationshipKey key, Dictionary<string, Entry> claims) =>
        Derivation.Derive(key, [.. claims.Values.Select(c => c.Claim)]);

    private void Remove(StoredRelationship stored)
    {
        rows.DeleteRelationship(stored.N);
        feed.Removed(ChangedThing.Relationship, stored.N, stored.Relationship.Id);
        view.Remove(stored.Relationship.Key);
        Removed++;
    }

    private long Write(StoredRelationship stored, Relationship derived)
    {
        if (stored.Relationship.Equals(derived)) return stored.N;
        rows.UpdateRelationship(stored.N, derived);
        // What this very commit created is created in the feed.
        if (stored.N <= before) feed.Changed(ChangedThing.Relationship, stored.N);
        if (MattersToRoutes(stored.Relationship, derived)) view.Put(derived);
        return stored.N;
    }

    private long Insert(string id, Relationship derived, in NamedEntities named)
    {
        var n = numbers.Next(ChangedThing.Relationship);
        rows.InsertRelationship(n, id, derived, named);
        feed.Created(ChangedThing.Relationship, n);
        view.Put(derived);
        Created++;
        return n;
    }

    private static bool MattersToRoutes(Relationship before, Relationship after) =>
        (before.Status, before.Confidence, before.ValidFrom, before.ValidTo) != (after.Status, after.Confidence, after.ValidFrom, after.ValidTo);
}
