namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// Which import stated what. A claim names the one that created it; every further one that states it is a restatement. Number 0 stands for claims that came
/// by hand.
/// </summary>
internal sealed class Imports
{
    public const long ByHand = 0;

    private readonly Session db;

    /// <param name="import">The import that the commit serves; null for changes by hand.</param>
    public Imports(Session db, string? import)
    {
        this.db = db;
        if (import is null) return;
        N = Find(db, import) ?? db.Number("INSERT INTO imports (import) VALUES ($1) RETURNING n", import)!.Value;
    }

    /// <summary>The import's row, or <see cref="ByHand"/>.</summary>
    public long N { get; }

    /// <summary>What a row that the import creates names as its origin.</summary>
    public long? Origin => N == ByHand ? null : N;

    public static long? Find(Session db, string import) => db.Number("SELECT n FROM imports WHERE import = $1", import);

    /// <summary>Notes that the import states a claim which was there already.</summary>
    /// <param name="origin">The import that created the claim; null where it came by hand.</param>
    public void Restate(long claim, long? origin)
    {
        if ((origin ?? ByHand) != N) db.Execute("INSERT OR IGNORE INTO restatements (claim_n, import_n) VALUES ($1, $2)", claim, N);
    }

    /// <summary>Notes in which stretch of rows the import's claims lie.</summary>
    public static void Widen(Session db, long import, long first, long last)
    {
        if (import == ByHand || last < first) return;
        db.Execute("""
            UPDATE imports SET first_claim_n = MIN(COALESCE(first_claim_n, $2), $2), last_claim_n = MAX(COALESCE(last_claim_n, $3), $3) WHERE n = $1
            """, import, first, last);
    }

    /// <summary>Leaves the import's report, so that it stands or falls with the commit.</summary>
    public void Report(string report) => db.Execute("UPDATE imports SET report = $2 WHERE n = $1", N, report);
}
