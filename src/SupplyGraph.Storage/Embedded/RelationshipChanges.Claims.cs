using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

internal sealed partial class RelationshipChanges
{
    /// <summary>A claim of the relationship at hand; n is 0 until it is written.</summary>
    private sealed record Entry(long N, long Source, Claim Claim, bool Changed);

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
        db.Execute("DELETE FROM claims WHERE n = $1", n);
        feed.Removed(ChangedThing.Claim, n, id);
        sources.Recount(source);
        ClaimsRemoved++;
        return relationship;
    }

    private Dictionary<string, Entry> ClaimsOf(long relationship)
    {
        var claims = new Dictionary<string, Entry>(StringComparer.Ordinal);
        using var rows = db.Query(Rows.Claim + " WHERE c.relationship_n = $1", relationship);
        while (rows.Read()) claims.Add(rows.Hex(14), new Entry(rows.GetInt64(0), rows.GetInt64(13), Rows.ReadClaim(rows), false));
        return claims;
    }

    private void Put(Dictionary<string, Entry> claims, string id, Claim claim)
    {
        if (!claims.TryGetValue(id, out var known))
        {
            claims.Add(id, new Entry(0, 0, claim, false));
            ClaimsCreated++;
        }
        else if (known.Claim.Confidence.Equals(claim.Confidence) && known.Claim.Publisher == claim.Publisher && known.Claim.SourceTitle == claim.SourceTitle)
        {
            ClaimsUnchanged++;
        }
        else
        {
            claims[id] = known with { Claim = claim, Changed = true };
            ClaimsChanged++;
        }
    }

    private void Insert(long relationship, string id, Claim claim)
    {
        var n = numbers.Next(ChangedThing.Claim);
        db.Execute("""
            INSERT INTO claims (n, id, relationship_n, status, valid_from, valid_to, amount, unit, statement, source_n, publisher_n, title_n, source_date,
            confidence, import_n)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            n, Columns.PackHex(id), relationship, (long)claim.Status, Columns.Pack(claim.ValidFrom), Columns.Pack(claim.ValidTo), Columns.Pack(claim.Amount),
                claim.Unit,
            claim.Statement, sources.Cite(claim), texts.Publisher(claim), texts.Title(claim), Columns.Pack(claim.SourceDate), claim.Confidence,
                texts.Import(import));
        feed.Created(ChangedThing.Claim, n);
    }

    private void Update(Entry entry)
    {
        db.Execute("UPDATE claims SET confidence = $2, publisher_n = $3, title_n = $4 WHERE n = $1",
            entry.N, entry.Claim.Confidence, texts.Publisher(entry.Claim), texts.Title(entry.Claim));
        feed.Changed(ChangedThing.Claim, entry.N);
        sources.Recount(entry.Source);
    }
}
