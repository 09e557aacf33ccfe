using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Embedded;

internal sealed partial class SqlRows
{
    private const string InsertClaimSql = """
        INSERT INTO claims (n, id, relationship_n, status, valid_from, valid_to, amount, unit, statement, source_n, publisher_n, title_n, source_date,
        confidence, import_n)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """;

    public CitedClaim? FindClaim(string id) => Listing.HexKey(id) is not { } key
        ? null
        : db.First<CitedClaim?>(
            "SELECT c.n, r.id, c.source_n FROM claims c JOIN relationships r ON r.n = c.relationship_n WHERE c.id = $1",
            row => new CitedClaim(row.GetInt64(0), row.GetString(1), row.GetInt64(2)), key);

    public IEnumerable<StoredClaim> ClaimsOf(long relationship)
    {
        using var rows = db.Query(Rows.Claim + " WHERE c.relationship_n = $1", relationship);
        while (rows.Read())
            yield return new StoredClaim(
                rows.GetInt64(0), rows.Hex(14), rows.GetInt64(13), rows.IsDBNull(15) ? null : rows.GetInt64(15), Rows.ReadClaim(rows));
    }

    public void InsertClaim(long n, ReadOnlySpan<byte> id, long relationship, long source, Claim claim, long? origin)
    {
        var (publisher, title) = texts.Of(claim);
        var insert = db.Statement(InsertClaimSql);
        insert.Bind(1, n);
        insert.Bind(2, id);
        insert.Bind(3, relationship);
        insert.Bind(4, (long)claim.Status);
        insert.Bind(5, Columns.Pack(claim.ValidFrom));
        insert.Bind(6, Columns.Pack(claim.ValidTo));
        insert.Bind(7, PlainNumber.Of(claim.Amount));
        insert.Bind(8, claim.Unit);
        insert.Bind(9, claim.Statement);
        insert.Bind(10, source);
        insert.Bind(11, publisher);
        insert.Bind(12, title);
        insert.Bind(13, Columns.Pack(claim.SourceDate));
        insert.BindReal(14, claim.Confidence);
        insert.Bind(15, origin);
        insert.Run();
    }

    public void UpdateClaim(long n, Claim claim)
    {
        var (publisher, title) = texts.Of(claim);
        db.Execute("UPDATE claims SET confidence = $2, publisher_n = $3, title_n = $4 WHERE n = $1", n, claim.Confidence, publisher, title);
    }

    public void DeleteClaim(long n)
    {
        db.Execute("DELETE FROM claims WHERE n = $1", n);
        db.Execute("DELETE FROM restatements WHERE claim_n = $1", n);
    }
}
