using System.Globalization;
using SupplyGraph.Analysis.Concentrations;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Concentrations;

/// <summary>Concentration read off the list of relationships, sentence by sentence.</summary>
internal sealed class ConcentrationOracle
{
    private readonly OracleGraph graph;
    private readonly ConcentrationQuestion question;
    private readonly OraclePlaces places;
    private readonly List<Relationship> relationships;

    public ConcentrationOracle(OracleGraph graph, ConcentrationQuestion question)
    {
        (this.graph, this.question) = (graph, question);
        var components = new OracleComponents(graph, default);
        places = new OraclePlaces(graph, components, default);
        HashSet<string> wanted = [question.Component, .. components.KindsOf(question.Component)];
        var filters = new OracleFilters(new Analysis.Routes.RouteQuestion
        {
            Types = question.Filters.Types,
            Statuses = question.Filters.Statuses,
            MinConfidence = question.Filters.MinConfidence,
            AsOf = question.Filters.AsOf,
        }, default);
        relationships = [.. graph.Relationships.Where(r => wanted.Contains(r.Key.Component ?? r.Key.To) && filters.Pass(r) && IsMeasured(r.Key))];
    }

    private bool IsMeasured(RelationshipKey key) => (key.Type, key.Role) switch
    {
        (RelationshipType.ExportsTo, _) => question.Measure == ConcentrationMeasure.Exports,
        (RelationshipType.Produces, _) => question.Measure != ConcentrationMeasure.Exports,
        (RelationshipType.OperatesIn, Role.Mining or Role.Refining or Role.Manufacturing or Role.Assembly) => question.Measure != ConcentrationMeasure.Exports,
        _ => false,
    };

    /// <summary>The values of all holders, the unit, and how many could count and did.</summary>
    public string Answer()
    {
        var (unit, values, rests) = question.Measure == ConcentrationMeasure.Capacity ? Capacities() : ("", Counted(), []);
        values = values.Where(v => v.Value > 0).ToDictionary();
        var counted = question.Measure == ConcentrationMeasure.Capacity
            ? rests.Where(r => values.ContainsKey(r.Holder)).Select(r => r.Id).Distinct().Count()
            : relationships.Count(r => Ends(r) is not null);
        var total = values.Values.Sum();
        var squares = values.Values.Sum(v => (double)(v / total) * (double)(v / total) * 10_000);
        return Text(values.Select(v => (v.Key, v.Value)), unit, values.Count == 0 ? null : squares, relationships.Count, counted);
    }

    public static string Text(ConcentrationAnswer answer) => Text(
        answer.Shares.Select(s => (s.Entity, s.Value)), answer.Unit ?? "",
        answer.HerfindahlHirschman, answer.Coverage.CouldCount, answer.Coverage.Counted);

    private static string Text(IEnumerable<(string Holder, decimal Value)> values, string unit, double? index, int could, int counted)
    {
        var lines = values.OrderByDescending(v => v.Value).ThenBy(v => v.Holder, StringComparer.Ordinal)
            .Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Holder} {v.Value:0.####}"));
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", lines)} unit={unit} index={index:0.000} counted={counted} of {could}");
    }

    // Who is counted where; null where there is no such pair.
    private (string Maker, string Place)? Ends(Relationship r)
    {
        if (r.Key.Type != RelationshipType.Produces) return (r.Key.From, r.Key.To);
        return graph.KindOf(r.Key.From) == EntityKind.Company && places.Home(r.Key.From) is { } home ? (r.Key.From, home) : null;
    }

    private Dictionary<string, decimal> Counted()
    {
        var pairs = relationships.Select(Ends).OfType<(string Maker, string Place)>().Distinct();
        return question is { Measure: ConcentrationMeasure.Makers, By: ConcentrationBy.Country }
            ? pairs.GroupBy(p => p.Place).ToDictionary(g => g.Key, g => (decimal)g.Count())
            : pairs.GroupBy(p => p.Maker).ToDictionary(g => g.Key, g => (decimal)g.Count());
    }

    private (string, Dictionary<string, decimal>, List<(string Holder, string Id)>) Capacities()
    {
        var byCountry = question.By == ConcentrationBy.Country;
        var stated = relationships.Where(r => r.Amount > 0 && (byCountry || graph.KindOf(r.Key.From) == EntityKind.Company)).ToList();
        if (stated.Count == 0) return ("", [], []);
        var unit = stated.GroupBy(r => r.Unit!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        stated.RemoveAll(r => r.Unit != unit);
        var (values, national, rests) = (new Dictionary<string, decimal>(), new Dictionary<string, decimal>(), new List<(string, string)>());
        foreach (var maker in stated.GroupBy(r => r.Key.From))
        {
            if (graph.KindOf(maker.Key) == EntityKind.Country)
            {
                national[maker.Key] = Once(maker);
                rests.AddRange(maker.Select(r => (maker.Key, r.Id)));
                continue;
            }
            var plants = maker.Where(r => r.Key.Type == RelationshipType.OperatesIn).GroupBy(r => r.Key.To).ToDictionary(g => g.Key, Once);
            var beyond = Math.Max(0, Once(maker.Where(r => r.Key.Type == RelationshipType.Produces)) - plants.Values.Sum());
            foreach (var (country, amount) in plants) Add(byCountry ? country : maker.Key, amount);
            if ((byCountry ? places.Home(maker.Key) : maker.Key) is { } holder) Add(holder, beyond);
            rests.AddRange(maker.Select(r => (byCountry ? Ends(r)?.Place ?? "" : maker.Key, r.Id)));
        }
        foreach (var (country, amount) in national) values[country] = Math.Max(values.GetValueOrDefault(country), amount);
        return (unit, values, rests);

        void Add(string holder, decimal amount) => values[holder] = values.GetValueOrDefault(holder) + amount;
    }

    private static decimal Once(IEnumerable<Relationship> relationships) => relationships.Select(r => r.Amount!.Value).Distinct().Sum();
}
