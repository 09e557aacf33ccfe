namespace SupplyGraph.Storage.Changes;

/// <summary>Hands out the numbers of new rows; one is never used twice, since the change feed names things by it for ever.</summary>
internal sealed class RowNumbers(IGraphRows rows)
{
    private readonly long[] last = [.. Enum.GetValues<ChangedThing>().Select(rows.Last)];

    /// <summary>The number handed out last.</summary>
    public long Last(ChangedThing what) => last[(int)what];

    public long Next(ChangedThing what) => ++last[(int)what];
}
