namespace SupplyGraph.Storage.Changes;

/// <summary>
/// Which import stated what. A claim names the one that created it; every further one that states it is a restatement. Number 0 stands for claims that came
/// by hand.
/// </summary>
internal sealed class Imports
{
    public const long ByHand = 0;

    private readonly IImportRows rows;

    /// <param name="import">The import that the commit serves; null for changes by hand.</param>
    public Imports(IImportRows rows, string? import)
    {
        this.rows = rows;
        if (import is not null) N = rows.FindImport(import) ?? rows.InsertImport(import);
    }

    /// <summary>The import's row, or <see cref="ByHand"/>.</summary>
    public long N { get; }

    /// <summary>What a row that the import creates names as its origin.</summary>
    public long? Origin => N == ByHand ? null : N;

    /// <summary>Notes that the import states a claim which was there already.</summary>
    /// <param name="origin">The import that created the claim; null where it came by hand.</param>
    public void Restate(long claim, long? origin)
    {
        if ((origin ?? ByHand) != N) rows.Restate(claim, N);
    }

    /// <summary>Notes in which stretch of rows the import's claims lie.</summary>
    public void Widen(long firstClaim, long lastClaim)
    {
        if (N != ByHand && lastClaim >= firstClaim) rows.WidenImport(N, firstClaim, lastClaim);
    }

    /// <summary>Leaves the import's report, so that it stands or falls with the commit.</summary>
    public void Report(string report) => rows.ReportImport(N, report);
}
