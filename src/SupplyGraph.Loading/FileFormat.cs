namespace SupplyGraph.Loading;

/// <summary>How entities and claims stand in a file. Both take the same column names.</summary>
public enum FileFormat
{
    /// <summary>RFC 4180, UTF-8, a header row with the columns in any order.</summary>
    Csv,

    /// <summary>One JSON object a line, UTF-8.</summary>
    Ndjson,
}
