namespace SupplyGraph.Loading.Imports;

/// <summary>The codes of fields that were taken and yet look wrong.</summary>
public static class ImportWarningCode
{
    /// <summary>
    /// A row creates an entity whose name differs little from one that is known. If both are one, mend the row, or give the known one an alias.
    /// </summary>
    public const string LikelyDuplicate = "likely_duplicate";

    /// <summary>No claim of the graph states an amount in this unit. Amounts are compared only where their units are the same text.</summary>
    public const string UnusualUnit = "unusual_unit";
}
