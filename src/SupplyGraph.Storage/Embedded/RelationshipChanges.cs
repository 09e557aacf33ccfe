using SupplyGraph.Model;
using Stored = SupplyGraph.Storage.Embedded.RelationshipLookup.Stored;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Writes claims and the relationships that they add up to, one relationship at a time.</summary>
internal sealed partial class RelationshipChanges(
    Session db, RowNumbers numbers, ChangeFeed feed, ViewChanges view, SourceTotals sources, Imports imports,
    RelationshipLookup lookup)
{
    private const string InsertRelationship = """
        INSERT INTO relationships (n, id, type, from_n, to_n, component_n, role, status, confidence, valid_from, valid_to, begins, counts_until, amount,
        unit, claims, disputes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        """;

    private readonly SharedTexts texts = new(db);
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
        var stored = lookup.Find(id);
        if (stored is { Relationship.Claims: >= Crowd }) Join(Hold(id, stored), puts, head);
        else if (stored is null && puts.NextOf(head) == ClaimBatch.None) Begin(puts, head);
        else Merge(id, stored, puts, head);
    }

    /// <summary>Derives a relationship from the claims that it is left with; without any it goes.</summary>
    public void Settle(string id)
    {
        if (lookup.Find(id) is not { } stored) return;
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

    private void Merge(string id, Stored? stored, ClaimBatch puts, int head)
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

    private void Remove(Stored stored)
    {
        db.Execute("DELETE FROM relationships WHERE n = $1", stored.N);
        feed.Removed(ChangedThing.Relationship, stored.N, stored.Relationship.Id);
        view.Remove(stored.Relationship.Key);
        Removed++;
    }

    private long Write(Stored stored, Relationship derived)
    {
        if (stored.Relationship.Equals(derived)) return stored.N;
        db.Execute("""
            UPDATE relationships SET status = $2, confidence = $3, valid_from = $4, valid_to = $5, begins = $6, counts_until = $7, amount = $8, unit = $9,
            claims = $10, disputes = $11
            WHERE n = $1
            """,
            stored.N, (long)derived.Status, Columns.PackConfidence(derived.Confidence), Columns.Pack(derived.ValidFrom), Columns.Pack(derived.ValidTo),
            Begins(derived), CountsUntil(derived), PlainNumber.Of(derived.Amount), derived.Unit, (long)derived.Claims, Columns.Pack(derived.Disputes));
        // What this very commit created is created in the feed.
        if (stored.N <= before) feed.Changed(ChangedThing.Relationship, stored.N);
        if (MattersToRoutes(stored.Relationship, derived)) view.Put(derived);
        return stored.N;
    }

    private long Insert(string id, Relationship derived, in NamedEntities named)
    {
        var key = derived.Key;
        var n = numbers.Next(ChangedThing.Relationship);
        var insert = db.Statement(InsertRelationship);
        insert.Bind(1, n);
        insert.Bind(2, id);
        insert.Bind(3, (long)key.Type);
        insert.Bind(4, named.From!.Value.N);
        insert.Bind(5, named.To!.Value.N);
        insert.Bind(6, named.Component?.N);
        insert.Bind(7, (long?)key.Role);
        insert.Bind(8, (long)derived.Status);
        insert.Bind(9, Columns.PackConfidence(derived.Confidence));
        insert.Bind(10, Columns.Pack(derived.ValidFrom));
        insert.Bind(11, Columns.Pack(derived.ValidTo));
        insert.Bind(12, Begins(derived));
        insert.Bind(13, CountsUntil(derived));
        insert.Bind(14, PlainNumber.Of(derived.Amount));
        insert.Bind(15, derived.Unit);
        insert.Bind(16, derived.Claims);
        insert.Bind(17, Columns.Pack(derived.Disputes));
        insert.Run();
        lookup.Add(id, n);
        feed.Created(ChangedThing.Relationship, n);
        view.Put(derived);
        Created++;
        return n;
    }

    private static long? Begins(Relationship derived) => derived.ValidFrom?.FirstDay.DayNumber;

    private static long? CountsUntil(Relationship derived) => Validity.CountsUntil(derived.Key.Type, derived.ValidTo)?.DayNumber;

    private static bool MattersToRoutes(Relationship before, Relationship after) =>
        (before.Status, before.Confidence, before.ValidFrom, before.ValidTo) != (after.Status, after.Confidence, after.ValidFrom, after.ValidTo);
}
