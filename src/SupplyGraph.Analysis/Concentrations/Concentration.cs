using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Concentrations;

/// <summary>
/// How few countries or companies hold how much of a component (design, section 5): shares and their Herfindahl-Hirschman index. A maker is a company at work
/// on the component or a kind of it: operates_in with role mining, refining, manufacturing or assembly, or produces, whose country is the company's home.
/// </summary>
public static class Concentration
{
    /// <summary>The ids of the relationships whose amounts the answer needs; none where things are counted. O(relationships).</summary>
    /// <exception cref="ArgumentException">The question names a component that the snapshot does not hold.</exception>
    public static IReadOnlyList<string> AmountsOf(Snapshot snapshot, ConcentrationQuestion question) => question.Measure == ConcentrationMeasure.Capacity
        ? [.. new CandidateFinding(snapshot, question).Find().Select(c => c.Id)]
        : [];

    /// <summary>Answers a question over a snapshot. O(relationships + n log n) for n that could count.</summary>
    /// <param name="amounts">What relationships state of their size, by id; the snapshot does not hold it. Of several units the most frequent counts, on a tie
    /// the first in ordinal order.</param>
    /// <exception cref="ArgumentException">The question names a component that the snapshot does not hold, or asks for the exports of companies.</exception>
    public static ConcentrationAnswer Of(Snapshot snapshot, ConcentrationQuestion question, IReadOnlyDictionary<string, StatedAmount> amounts)
    {
        if (question is { Measure: ConcentrationMeasure.Exports, By: ConcentrationBy.Company })
            throw new ArgumentException("Countries export, not companies.", nameof(question));
        var finding = new CandidateFinding(snapshot, question);
        var candidates = finding.Find();
        var units = question.Measure == ConcentrationMeasure.Capacity ? UnitsOf(candidates.Where(c => IsOfHolders(snapshot, question, c)), amounts) : [];
        var unit = units.Count == 0 ? null : units[0].Unit;
        var sorted = candidates.ToLookup(c => ReasonAgainst(snapshot, question, c, unit, amounts));
        List<Candidate> fit = [.. sorted[null]];
        var holdings = (question.Measure == ConcentrationMeasure.Capacity ? new Capacities(snapshot, amounts).Of(fit, question.By) : Counts.Of(fit, question))
            .Where(h => h.Value > 0).OrderByDescending(h => h.Value).ThenBy(h => h.Holder, Comparer<int>.Create(snapshot.CompareIds)).ToList();
        var total = holdings.Sum(h => h.Value);
        var counted = holdings.SelectMany(h => h.Rests).ToHashSet();
        return new ConcentrationAnswer(
            [.. finding.Components.Select(c => snapshot.Id(snapshot.ComponentNode(c)))],
            unit,
            total,
            [.. holdings.Select(h => new Share(snapshot.Id(h.Holder), h.Value, (double)(h.Value / total), Ids(h.Rests)))],
            new Coverage(candidates.Count, counted.Count, LeftOutOf(sorted, fit.Where(c => !counted.Contains(c))), units),
            [.. fit.Where(counted.Contains).Select(c => c.Counted)]);
    }

    private static LeftOutReason? ReasonAgainst(
        Snapshot snapshot, ConcentrationQuestion question, Candidate candidate, string? unit, IReadOnlyDictionary<string, StatedAmount> amounts)
    {
        if (!IsOfHolders(snapshot, question, candidate)) return LeftOutReason.OfACountry;
        var isCapacity = question.Measure == ConcentrationMeasure.Capacity;
        if (isCapacity && AmountOf(candidate, amounts) is null) return LeftOutReason.NoAmount;
        if (isCapacity && amounts[candidate.Id].Unit != unit) return LeftOutReason.OtherUnit;
        // What a company makes is its own wherever it is based; countries are what the other measures count.
        return candidate.Place < 0 && !(isCapacity && question.By == ConcentrationBy.Company) ? LeftOutReason.NoHome : null;
    }

    // What a country makes is no company's; it has a place beside them only where amounts of countries are compared.
    private static bool IsOfHolders(Snapshot snapshot, ConcentrationQuestion question, Candidate candidate) =>
        question.Measure == ConcentrationMeasure.Exports || question is { Measure: ConcentrationMeasure.Capacity, By: ConcentrationBy.Country }
        || snapshot.Kind(candidate.Actor) == EntityKind.Company;

    private static StatedAmount? AmountOf(Candidate candidate, IReadOnlyDictionary<string, StatedAmount> amounts) =>
        amounts.TryGetValue(candidate.Id, out var amount) && amount.Value > 0 ? amount : null;

    private static List<StatedUnit> UnitsOf(IEnumerable<Candidate> candidates, IReadOnlyDictionary<string, StatedAmount> amounts) =>
        [
            .. candidates.Select(c => AmountOf(c, amounts)).OfType<StatedAmount>().GroupBy(a => a.Unit, StringComparer.Ordinal)
                .Select(g => new StatedUnit(g.Key, g.Count())).OrderByDescending(u => u.Relationships).ThenBy(u => u.Unit, StringComparer.Ordinal),
        ];

    private static List<LeftOut> LeftOutOf(ILookup<LeftOutReason?, Candidate> sorted, IEnumerable<Candidate> inOthers)
    {
        var reasons = Enum.GetValues<LeftOutReason>().Select(r => new LeftOut(r, Ids(r == LeftOutReason.InOthers ? inOthers : sorted[r])));
        return [.. reasons.Where(l => l.Relationships.Count > 0)];
    }

    private static List<string> Ids(IEnumerable<Candidate> candidates) => [.. candidates.Select(c => c.Id).Order(StringComparer.Ordinal)];
}
