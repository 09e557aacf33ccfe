namespace SupplyGraph.Analysis.Concentrations;

/// <summary>A question for how few hold how much of a component (design, section 5). The component is named by an exact id that the snapshot knows.</summary>
public sealed record ConcentrationQuestion
{
    /// <summary>The component; its kinds belong to it.</summary>
    public required string Component { get; init; }

    /// <summary>Whose shares are asked for.</summary>
    public ConcentrationBy By { get; init; }

    /// <summary>What is shared. <see cref="ConcentrationMeasure.Exports"/> knows countries only.</summary>
    public ConcentrationMeasure Measure { get; init; }

    /// <summary>Which relationships count.</summary>
    public required LegFilters Filters { get; init; }
}

/// <summary>Whose shares.</summary>
public enum ConcentrationBy
{
    Country,
    Company,
}

/// <summary>What is shared.</summary>
public enum ConcentrationMeasure
{
    /// <summary>Distinct companies at work in a country, or the distinct countries that a company works in.</summary>
    Makers,

    /// <summary>Distinct destinations that a country exports to.</summary>
    Exports,

    /// <summary>Stated amounts of the most frequent unit.</summary>
    Capacity,
}

/// <summary>What a relationship states of its size.</summary>
/// <param name="Value">Any number; only one above 0 counts.</param>
/// <param name="Unit">As stated; compared as text.</param>
public sealed record StatedAmount(decimal Value, string Unit);
