using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Embedded;

internal sealed partial class SqlRows
{
    public long? FindImport(string import) => db.Number("SELECT n FROM imports WHERE import = $1", import);

    public long InsertImport(string import) => db.Number("INSERT INTO imports (import) VALUES ($1) RETURNING n", import)!.Value;

    public void Restate(long claim, long import) => db.Execute("INSERT OR IGNORE INTO restatements (claim_n, import_n) VALUES ($1, $2)", claim, import);

    public int ForgetRestatements(long import) => db.Execute("DELETE FROM restatements WHERE import_n = $1", import);

    public IReadOnlyList<ImportedClaim> ClaimsOfImport(long import, long after, int most) => db.List(
        """
        SELECT c.n, c.id, r.id, c.source_n, (SELECT MIN(s.import_n) FROM restatements s WHERE s.claim_n = c.n)
        FROM claims c JOIN relationships r ON r.n = c.relationship_n
        WHERE c.n > $2 AND c.n BETWEEN (SELECT first_claim_n FROM imports WHERE n = $1) AND (SELECT last_claim_n FROM imports WHERE n = $1)
        AND c.import_n = $1
        ORDER BY c.n LIMIT $3
        """,
        row => new ImportedClaim(row.GetInt64(0), row.Hex(1), row.GetString(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetInt64(4)),
        import, after, (long)most);

    public void HandOver(long claim, long? import)
    {
        db.Execute("UPDATE claims SET import_n = $2 WHERE n = $1", claim, import);
        db.Execute("DELETE FROM restatements WHERE claim_n = $1 AND import_n = $2", claim, import ?? Imports.ByHand);
    }

    public IReadOnlyList<(long N, string Id)> EntitiesOfImport(long import) => db.List(
        "SELECT n, id FROM entities WHERE import_n = $1 ORDER BY country_n IS NULL, n", row => (row.GetInt64(0), row.GetString(1)), import);

    public void WidenImport(long import, long firstClaim, long lastClaim) => db.Execute("""
        UPDATE imports SET first_claim_n = MIN(COALESCE(first_claim_n, $2), $2), last_claim_n = MAX(COALESCE(last_claim_n, $3), $3) WHERE n = $1
        """, import, firstClaim, lastClaim);

    public void ReportImport(long import, string report) => db.Execute("UPDATE imports SET report = $2 WHERE n = $1", import, report);
}
