namespace SupplyGraph.Analysis.Concentrations;

/// <summary>How concentrated a component is.</summary>
/// <param name="Components">The ids of the component and its kinds, itself first.</param>
/// <param name="Unit">The unit of all values where amounts are added up; null where things are counted, or where no amount is stated.</param>
/// <param name="Total">The sum of all values.</param>
/// <param name="Shares">The greatest first, then by id.</param>
/// <param name="Counted">The relationships that counted, in the ordinal order of ids.</param>
public sealed record ConcentrationAnswer(
    IReadOnlyList<string> Components, string? Unit, decimal Total, IReadOnlyList<Share> Shares, Coverage Coverage, IReadOnlyList<Counted> Counted)
{
    /// <summary>
    /// The Herfindahl-Hirschman index: the sum of the squares of all shares in percent, from 10,000 / n for n equal shares to 10,000 for one alone; null where
    /// there is none. In antitrust practice more than 1,800 is called highly concentrated (US Merger Guidelines, 2023).
    /// </summary>
    public double? HerfindahlHirschman => Shares.Count == 0 ? null : Shares.Sum(s => s.Part * s.Part) * 10_000;
}

/// <summary>What one country or company holds.</summary>
/// <param name="Entity">Its id.</param>
/// <param name="Value">A count, or an amount in the answer's unit; above 0.</param>
/// <param name="Part">Its part of the total, above 0 and at most 1.</param>
/// <param name="Relationships">The ids of the relationships that the value rests on, in ordinal order.</param>
public sealed record Share(string Entity, decimal Value, double Part, IReadOnlyList<string> Relationships);

/// <summary>How much of what is known of the component the shares rest on.</summary>
/// <param name="CouldCount">Relationships that pass the filters and are of the sort that is measured.</param>
/// <param name="Counted">How many of them a share rests on.</param>
/// <param name="LeftOut">All others, by the reason.</param>
/// <param name="Units">The units that are stated, the most frequent first, then in ordinal order; empty where things are counted.</param>
public sealed record Coverage(int CouldCount, int Counted, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<StatedUnit> Units);

/// <summary>Relationships that could not count.</summary>
/// <param name="Relationships">Their ids, in ordinal order.</param>
public sealed record LeftOut(LeftOutReason Reason, IReadOnlyList<string> Relationships);

/// <summary>A unit and how many relationships state an amount of it.</summary>
public sealed record StatedUnit(string Unit, int Relationships);

/// <summary>Why a relationship did not count.</summary>
public enum LeftOutReason
{
    /// <summary>It says what a country makes, and companies are counted.</summary>
    OfACountry,

    /// <summary>It says what a company makes, whose home is not known.</summary>
    NoHome,

    /// <summary>It states no amount above 0.</summary>
    NoAmount,

    /// <summary>Its amount is of another unit.</summary>
    OtherUnit,

    /// <summary>Its amount is not more than what is stated of its parts.</summary>
    InOthers,
}
