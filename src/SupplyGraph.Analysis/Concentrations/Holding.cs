namespace SupplyGraph.Analysis.Concentrations;

/// <summary>What a share is made from.</summary>
/// <param name="Holder">The node of a country or company.</param>
/// <param name="Value">A count or an amount; at least 0.</param>
/// <param name="Rests">The relationships that speak of it.</param>
internal sealed record Holding(int Holder, decimal Value, IReadOnlyList<Candidate> Rests);

/// <summary>Counts instead of adding up: distinct companies, countries or destinations.</summary>
internal static class Counts
{
    /// <summary>What each holds: the makers in a country, the countries of a company, or the destinations of an exporter.</summary>
    public static IEnumerable<Holding> Of(IEnumerable<Candidate> candidates, ConcentrationQuestion question)
    {
        var byPlace = question is { Measure: ConcentrationMeasure.Makers, By: ConcentrationBy.Country };
        return candidates.GroupBy(c => byPlace ? c.Place : c.Actor)
            .Select(g => new Holding(g.Key, g.Select(c => byPlace ? c.Actor : c.Place).Distinct().Count(), [.. g]));
    }
}
