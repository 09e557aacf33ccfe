namespace SupplyGraph.Loading;

/// <summary>What the rows of a file state.</summary>
public enum FileContent
{
    /// <summary>One claim a row.</summary>
    Claims,

    /// <summary>One entity a row.</summary>
    Entities,
}
