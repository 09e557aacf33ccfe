using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Concentrations;

/// <summary>
/// Adds up stated amounts of one unit without counting the same plant twice. Statements overlap: a plant is stated for battery cells and again for their
/// kind, by its making and again by its assembly, and beside a company's plants stands what it makes altogether. So
/// <list type="bullet">
/// <item>equal amounts of one company in one country count once;</item>
/// <item>what a company makes altogether (produces) counts only as far as it is more than its plants together, and that rest stands at its home;</item>
/// <item>what a country makes altogether counts, by country, only as far as it is more than what stands there of companies.</item>
/// </list>
/// O(n log n) for n relationships.
/// </summary>
internal sealed class Capacities(Snapshot snapshot, IReadOnlyDictionary<string, StatedAmount> amounts)
{
    public IEnumerable<Holding> Of(IReadOnlyList<Candidate> candidates, ConcentrationBy by)
    {
        var ofCompanies = candidates.Where(c => snapshot.Kind(c.Actor) == EntityKind.Company).GroupBy(c => c.Actor).SelectMany(Parts);
        if (by == ConcentrationBy.Company) return ofCompanies.GroupBy(p => p.Maker).Select(g => new Holding(g.Key, g.Sum(p => p.Amount), Rests(g)));
        var national = candidates.Where(c => snapshot.Kind(c.Actor) == EntityKind.Country)
            .GroupBy(c => c.Actor).Select(g => new Part(g.Key, g.Key, SumOf(g), [.. g], IsNational: true));
        return ofCompanies.Concat(national).GroupBy(p => p.Place).Select(g => new Holding(g.Key, Together(g), Rests(g)));
    }

    /// <summary>What a company has in each country, and what it makes beyond that, at its home.</summary>
    private IEnumerable<Part> Parts(IGrouping<int, Candidate> company)
    {
        var plants = company.Where(c => !c.IsTotal).GroupBy(c => c.Place)
            .Select(g => new Part(company.Key, g.Key, SumOf(g), [.. g], IsNational: false)).ToList();
        var totals = company.Where(c => c.IsTotal).ToList();
        var rest = Math.Max(0, SumOf(totals) - plants.Sum(p => p.Amount));
        return totals.Count == 0 ? plants : [.. plants, new Part(company.Key, snapshot.Home(company.Key), rest, totals, IsNational: false)];
    }

    private static decimal Together(IEnumerable<Part> parts)
    {
        var (national, companies) = (0m, 0m);
        foreach (var part in parts)
        {
            if (part.IsNational) national += part.Amount;
            else companies += part.Amount;
        }
        return Math.Max(national, companies);
    }

    private decimal SumOf(IEnumerable<Candidate> candidates) => candidates.Select(c => amounts[c.Id].Value).Distinct().Sum();

    private static List<Candidate> Rests(IEnumerable<Part> parts) => [.. parts.SelectMany(p => p.Rests)];

    private sealed record Part(int Maker, int Place, decimal Amount, IReadOnlyList<Candidate> Rests, bool IsNational);
}
