namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// Hands out the numbers of new rows; one is never used twice, since the change feed names things by it for ever. Counted here rather than by AUTOINCREMENT
/// and RETURNING, which make SQLite copy every page before it inserts a row: ten times the cost.
/// </summary>
internal sealed class RowNumbers
{
    private readonly long[] last;

    public RowNumbers(Session db) => last =
    [
        .. Enum.GetValues<ChangedThing>().Select(what =>
            Math.Max(db.Number(LastOf(what)) ?? 0, db.Number("SELECT MAX(n) FROM gone WHERE what = $1", (long)what) ?? 0)),
    ];

    /// <summary>The number handed out last.</summary>
    public long Last(ChangedThing what) => last[(int)what];

    public long Next(ChangedThing what) => ++last[(int)what];

    private static string LastOf(ChangedThing what) => what switch
    {
        ChangedThing.Entity => "SELECT MAX(n) FROM entities",
        ChangedThing.Relationship => "SELECT MAX(n) FROM relationships",
        _ => "SELECT MAX(n) FROM claims",
    };
}
