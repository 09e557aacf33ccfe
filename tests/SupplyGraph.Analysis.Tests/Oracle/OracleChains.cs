using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>Chains of countries and the keys of which only the best route is kept.</summary>
internal sealed class OracleChains(RouteQuestion question, OraclePlaces places, OracleStops asked)
{
    /// <summary>The chain of countries: other stops left out, neighbours that repeat merged.</summary>
    public IReadOnlyList<string> Countries(IReadOnlyList<string> stops)
    {
        var entries = stops.Select(places.CountryOf).Where(c => c is not null).Select(c => c!).ToList();
        return [.. entries.Where((entry, i) => i == 0 || entries[i - 1] != entry)];
    }

    public string Key(IReadOnlyList<string> stops) => string.Join(" > ", question.EffectiveDistinct switch
    {
        Distinct.None => stops,
        Distinct.Endpoints => [stops[0], stops[^1]],
        Distinct.Countries => Countries(stops),
        _ => Countries(Around(stops)),
    });

    // From the last stop before the first that meets a via whose country is another than its own, to the first such stop after the last that does.
    private IReadOnlyList<string> Around(IReadOnlyList<string> stops)
    {
        var meeting = Enumerable.Range(1, stops.Count - 2).Where(i => asked.MeetsAVia(stops[i])).ToList();
        if (meeting.Count == 0) return stops;
        var (first, last) = (meeting[0], meeting[^1]);
        var start = Enumerable.Range(0, first).LastOrDefault(i => IsAnotherCountry(stops[i], stops[first]), first);
        var end = Enumerable.Range(last + 1, stops.Count - last - 1).FirstOrDefault(i => IsAnotherCountry(stops[i], stops[last]), last);
        return [.. stops.Skip(start).Take(end - start + 1)];
    }

    private bool IsAnotherCountry(string stop, string than) => places.CountryOf(stop) is { } country && country != places.CountryOf(than);
}
