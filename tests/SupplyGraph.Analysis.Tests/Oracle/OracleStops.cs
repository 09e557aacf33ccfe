using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>What a question asks of a chain of stops, whatever joins them: ends, vias, avoided places.</summary>
internal sealed class OracleStops
{
    private readonly OracleGraph graph;
    private readonly RouteQuestion question;
    private readonly OraclePlaces places;
    private readonly OracleRules rules;
    private readonly HashSet<string> from;
    private readonly HashSet<string> to;
    private readonly HashSet<string> avoid;
    private readonly List<HashSet<string>> vias;

    public OracleStops(OracleGraph graph, RouteQuestion question, OraclePlaces places, OracleRules rules)
    {
        this.graph = graph;
        this.question = question;
        this.places = places;
        this.rules = rules;
        from = places.Union(question.From, question.Exact);
        to = places.Union(question.To, question.Exact);
        avoid = places.Union(question.Avoid, question.Exact);
        vias = [.. question.Via.Select(v => places.PlaceSet(v, question.Exact))];
    }

    public bool MeetsAVia(string stop) => vias.Any(v => v.Contains(stop));

    public bool Fit(IReadOnlyList<string> stops)
    {
        var between = stops.Skip(1).Take(stops.Count - 2).ToList();
        return StartFits(stops[0]) && EndFits(stops[^1])
            && vias.All(v => (rules.On(OracleRule.ViasBetweenTheEnds) ? between : stops).Any(v.Contains))
            && between.TrueForAll(MayStandBetween)
            && (!rules.On(OracleRule.Avoid) || !stops.Any(avoid.Contains));
    }

    private bool StartFits(string stop) => question.From.Count > 0 ? from.Contains(stop) : OpenEndFits(stop, EntityKind.Company, EntityKind.Country);

    private bool EndFits(string stop) => question.To.Count > 0 ? to.Contains(stop) : OpenEndFits(stop, EntityKind.Country, EntityKind.Region);

    private bool OpenEndFits(string stop, EntityKind one, EntityKind other)
    {
        var kindFits = graph.KindOf(stop) == one || graph.KindOf(stop) == other || !rules.On(OracleRule.OpenEndKinds);
        var inAVia = rules.On(OracleRule.OpenEndsOutsideVias) && MeetsAVia(stop);
        var aroundAVia = rules.On(OracleRule.OpenEndsNoRegionAroundVias) && vias.Any(v => places.IsRegionAround(stop, v));
        return kindFits && !inAVia && !aroundAVia;
    }

    private bool MayStandBetween(string stop)
    {
        var inAnEnd = rules.On(OracleRule.EndsNotMidway) && (from.Contains(stop) || to.Contains(stop));
        return !inAnEnd || (MeetsAVia(stop) && rules.On(OracleRule.EndsMidwayWhereTheyMeetAVia));
    }
}
