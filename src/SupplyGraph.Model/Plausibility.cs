using System.Globalization;

namespace SupplyGraph.Model;

/// <summary>
/// Plausibilities and the integer costs that stand for them. Costs are millionths of a natural logarithm, so that sums are exact and ties are ties on every
/// machine.
/// </summary>
public static class Plausibility
{
    private const double Scale = 1_000_000;

    /// <summary>What an intermediate country or region takes off: nothing states that what arrives there is what leaves.</summary>
    public const double Pool = 0.8;

    /// <summary>The factor of a status, 0..1.</summary>
    public static double Of(Status status) => status switch { Status.Established => 1.0, Status.Announced => 0.8, _ => 0.5 };

    /// <summary>A factor above 0 and at most 1 as a cost: round(-ln(factor) x 1,000,000), half away from zero.</summary>
    public static int Cost(double factor) => (int)Math.Round(-Math.Log(factor) * Scale, MidpointRounding.AwayFromZero);

    /// <summary>The plausibility that a cost stands for, to 6 significant digits.</summary>
    public static double FromCost(long cost) =>
        double.Parse(Math.Exp(-cost / Scale).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
