using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Writes claims and the relationships that they add up to, one relationship at a time.</summary>
internal sealed partial class RelationshipChanges(
    Session db, RowNumbers numbers, EntityChanges entities, ChangeFeed feed, ViewChanges view, SourceTotals sources, SharedTexts texts, string? import)
{
    private sealed record Stored(long N, Relationship Relationship);

    public int Created { get; private set; }
    public int Removed { get; private set; }

    /// <summary>Derives a relationship from the claims it has and those put, and writes what is new.</summary>
    public void Settle(string id, List<(string Id, Claim Claim)> puts)
    {
        var stored = db.First(Rows.Relationship + " WHERE r.id = $1", row => new Stored(row.GetInt64(0), Rows.ReadRelationship(row)), id);
        var claims = stored is null ? new(StringComparer.Ordinal) : ClaimsOf(stored.N);
        foreach (var (claimId, claim) in puts) Put(claims, claimId, claim);
        if (claims.Count == 0)
        {
            if (stored is not null) Remove(stored);
            return;
        }
        var n = Write(stored, Derivation.Derive(Rows.Key(id), [.. claims.Values.Select(c => c.Claim)]));
        foreach (var (claimId, entry) in claims)
        {
            if (entry.N == 0) Insert(n, claimId, entry.Claim);
            else if (entry.Changed) Update(entry);
        }
    }

    private void Remove(Stored stored)
    {
        db.Execute("DELETE FROM relationships WHERE n = $1", stored.N);
        feed.Removed(ChangedThing.Relationship, stored.N, stored.Relationship.Id);
        view.RemovedRelationships.Add(stored.Relationship.Key);
        Removed++;
    }

    private long Write(Stored? stored, Relationship derived)
    {
        if (stored is null) return Insert(derived);
        if (stored.Relationship.Equals(derived)) return stored.N;
        db.Execute("""
            UPDATE relationships SET status = $2, confidence = $3, valid_from = $4, valid_to = $5, begins = $6, counts_until = $7, amount = $8, unit = $9,
            claims = $10, disputes = $11
            WHERE n = $1
            """, [stored.N, .. Values(derived)]);
        feed.Changed(ChangedThing.Relationship, stored.N);
        if (MattersToRoutes(stored.Relationship, derived)) view.PutRelationships.Add(derived);
        return stored.N;
    }

    private long Insert(Relationship derived)
    {
        var key = derived.Key;
        object? component = key.Component is null ? null : entities.Find(key.Component)!.Value.N;
        var n = numbers.Next(ChangedThing.Relationship);
        db.Execute("""
            INSERT INTO relationships (n, id, type, from_n, to_n, component_n, role, status, confidence, valid_from, valid_to, begins, counts_until, amount,
            unit, claims, disputes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """,
            [
                n, key.Id, (long)key.Type, entities.Find(key.From)!.Value.N, entities.Find(key.To)!.Value.N, component,
                    key.Role is { } role ? (long)role : null,
                .. Values(derived),
            ]);
        feed.Created(ChangedThing.Relationship, n);
        view.PutRelationships.Add(derived);
        Created++;
        return n;
    }

    private static object?[] Values(Relationship derived) =>
    [
        (long)derived.Status, Columns.PackConfidence(derived.Confidence), Columns.Pack(derived.ValidFrom), Columns.Pack(derived.ValidTo),
        derived.ValidFrom?.FirstDay.DayNumber, Validity.CountsUntil(derived.Key.Type, derived.ValidTo)?.DayNumber,
        Columns.Pack(derived.Amount), derived.Unit, (long)derived.Claims, Columns.Pack(derived.Disputes),
    ];

    private static bool MattersToRoutes(Relationship before, Relationship after) =>
        (before.Status, before.Confidence, before.ValidFrom, before.ValidTo) != (after.Status, after.Confidence, after.ValidFrom, after.ValidTo);
}
