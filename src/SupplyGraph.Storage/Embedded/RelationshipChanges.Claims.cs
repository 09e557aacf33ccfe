using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

internal sealed partial class RelationshipChanges
{
    private const string InsertClaim = """
        INSERT INTO claims (n, id, relationship_n, status, valid_from, valid_to, amount, unit, statement, source_n, publisher_n, title_n, source_date,
        confidence, import_n)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """;

    /// <summary>A claim of the relationship at hand.</summary>
    /// <param name="N">Its row; 0 until it is written.</param>
    /// <param name="Put">Its place in the batch, where it is not written yet.</param>
    /// <param name="Origin">The import that created it.</param>
    private sealed record Entry(long N, int Put, long Source, long? Origin, Claim Claim, bool Changed);

    public int ClaimsCreated { get; private set; }
    public int ClaimsChanged { get; private set; }
    public int ClaimsUnchanged { get; private set; }
    public int ClaimsRemoved { get; private set; }

    /// <summary>Removes a claim and gives the id of its relationship, which is to be settled after; null where there is no such claim.</summary>
    public string? RemoveClaim(string id)
    {
        if (Listing.HexKey(id) is not { } key) return null;
        var (n, relationship, source) = db.First("SELECT c.n, r.id, c.source_n FROM claims c JOIN relationships r ON r.n = c.relationship_n WHERE c.id = $1",
            row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2)), key);
        if (n == 0) return null;
        RemoveClaim(n, id, source);
        return relationship;
    }

    /// <summary>Removes a claim, whose relationship is to be settled after.</summary>
    public void RemoveClaim(long n, string id, long source)
    {
        db.Execute("DELETE FROM claims WHERE n = $1", n);
        db.Execute("DELETE FROM restatements WHERE claim_n = $1", n);
        feed.Removed(ChangedThing.Claim, n, id);
        sources.Recount(source);
        ClaimsRemoved++;
    }

    private Dictionary<string, Entry> ClaimsOf(long relationship)
    {
        var claims = new Dictionary<string, Entry>(StringComparer.Ordinal);
        using var rows = db.Query(Rows.Claim + " WHERE c.relationship_n = $1", relationship);
        while (rows.Read())
        {
            long? origin = rows.IsDBNull(15) ? null : rows.GetInt64(15);
            claims.Add(rows.Hex(14), new Entry(rows.GetInt64(0), ClaimBatch.None, rows.GetInt64(13), origin, Rows.ReadClaim(rows), false));
        }
        return claims;
    }

    /// <summary>Puts a claim beside those of its relationship, and gives its id.</summary>
    private string Put(Dictionary<string, Entry> claims, ClaimBatch puts, int put)
    {
        var (id, claim) = (Convert.ToHexStringLower(puts.IdOf(put)), puts[put]);
        if (!claims.TryGetValue(id, out var known))
        {
            claims.Add(id, new Entry(0, put, 0, null, claim, false));
            ClaimsCreated++;
            return id;
        }
        if (known.N > 0) imports.Restate(known.N, known.Origin);
        if (known.Claim.Confidence.Equals(claim.Confidence) && known.Claim.Publisher == claim.Publisher && known.Claim.SourceTitle == claim.SourceTitle)
        {
            ClaimsUnchanged++;
            return id;
        }
        claims[id] = known with { Claim = claim, Changed = true };
        ClaimsChanged++;
        return id;
    }

    private (long N, long Source) Insert(long relationship, ReadOnlySpan<byte> id, string source, Claim claim)
    {
        var n = numbers.Next(ChangedThing.Claim);
        var (publisher, title) = texts.Of(claim);
        var cited = sources.Cite(source, claim);
        var insert = db.Statement(InsertClaim);
        insert.Bind(1, n);
        insert.Bind(2, id);
        insert.Bind(3, relationship);
        insert.Bind(4, (long)claim.Status);
        insert.Bind(5, Columns.Pack(claim.ValidFrom));
        insert.Bind(6, Columns.Pack(claim.ValidTo));
        insert.Bind(7, PlainNumber.Of(claim.Amount));
        insert.Bind(8, claim.Unit);
        insert.Bind(9, claim.Statement);
        insert.Bind(10, cited);
        insert.Bind(11, publisher);
        insert.Bind(12, title);
        insert.Bind(13, Columns.Pack(claim.SourceDate));
        insert.BindReal(14, claim.Confidence);
        insert.Bind(15, imports.Origin);
        insert.Run();
        feed.Created(ChangedThing.Claim, n);
        return (n, cited);
    }

    private void Update(Entry entry)
    {
        var (publisher, title) = texts.Of(entry.Claim);
        db.Execute("UPDATE claims SET confidence = $2, publisher_n = $3, title_n = $4 WHERE n = $1", entry.N, entry.Claim.Confidence, publisher, title);
        if (entry.N <= claimsBefore) feed.Changed(ChangedThing.Claim, entry.N);
        sources.Recount(entry.Source);
    }

    private readonly long claimsBefore = numbers.Last(ChangedThing.Claim);
}
