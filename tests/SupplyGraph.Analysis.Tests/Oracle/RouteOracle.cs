using SupplyGraph.Analysis.Routes;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>
/// The routes of design section 4 by brute force: every simple chain of stops, every choice of legs, every sentence checked on the finished route.
/// Written apart from the engine, from the design's text alone. Time exponential in maxHops: for graphs of a few dozen relationships.
/// </summary>
public sealed class RouteOracle
{
    private readonly OracleGraph graph;
    private readonly RouteQuestion question;
    private readonly OracleStops asked;
    private readonly OracleCargo cargo;
    private readonly OracleJoints joints;
    private readonly OracleChains chains;
    private readonly ILookup<string, OracleWalk> walksFrom;

    public RouteOracle(OracleGraph graph, RouteQuestion question, OracleRules rules = default)
    {
        this.graph = graph;
        this.question = question;
        var components = new OracleComponents(graph, rules);
        var places = new OraclePlaces(graph, components, rules);
        var filters = new OracleFilters(question, rules);
        asked = new OracleStops(graph, question, places, rules);
        cargo = new OracleCargo(graph, question, components, places, rules);
        joints = new OracleJoints(graph, question, components, rules);
        chains = new OracleChains(question, places, asked);
        walksFrom = OracleFlow.Walks(graph).Where(w => filters.Pass(w.Relationship)).ToLookup(w => w.From);
    }

    /// <summary>The exact answer, best first.</summary>
    public static IReadOnlyList<Route> Answer(OracleGraph graph, RouteQuestion question, OracleRules rules = default) =>
        new RouteOracle(graph, question, rules).Best();

    /// <summary>Every route with every choice of legs that is allowed, not only the best of each, in no order.</summary>
    public IEnumerable<Route> EveryWay() =>
        graph.Entities.SelectMany(e => Chains([e.Id])).Where(asked.Fit).SelectMany(stops => Allowed(stops).Select(c => Described(stops, c.Legs, c.Cost)));

    /// <summary>The same whatever the ends: every chain of stops whose legs may follow each other.</summary>
    public IEnumerable<Route> EveryWayAnywhere() =>
        graph.Entities.SelectMany(e => Chains([e.Id])).SelectMany(stops => Allowed(stops).Select(c => Described(stops, c.Legs, c.Cost)));

    /// <summary>The stops to which a chain can go on so that its legs may still follow each other, whatever its ends are.</summary>
    public IEnumerable<string> Onward(List<string> stops) =>
        walksFrom[stops[^1]].Select(w => w.To).Distinct().Except(stops).Where(next => Allowed([.. stops, next]).Count > 0);

    private IReadOnlyList<Route> Best() =>
        [.. Routes().Order(Comparer<Route>.Create(Compare)).DistinctBy(r => chains.Key(r.Stops)).Take(question.Limit)];

    private IEnumerable<Route> Routes() =>
        graph.Entities.SelectMany(e => Chains([e.Id])).Where(asked.Fit).Select(BestLegs).OfType<Route>();

    // Every simple chain of stops that begins with the given ones.
    private IEnumerable<List<string>> Chains(List<string> stops)
    {
        if (stops.Count > 1) yield return stops;
        if (stops.Count > question.MaxHops) yield break;
        foreach (var next in walksFrom[stops[^1]].Select(w => w.To).Distinct().Except(stops))
            foreach (var chain in Chains([.. stops, next]))
                yield return chain;
    }

    // The allowed choice of legs whose cost is lowest; on a tie the relationship ids decide, leg by leg.
    private Route? BestLegs(List<string> stops)
    {
        var choices = Allowed(stops);
        if (choices.Count == 0) return null;
        var least = choices.Min(c => c.Cost);
        var best = choices.Where(c => c.Cost == least).Select(c => c.Legs).Order(Comparer<List<OracleWalk>>.Create(ById)).First();
        return Described(stops, best, least);
    }

    private List<(List<OracleWalk> Legs, long Cost)> Allowed(List<string> stops) =>
        [.. Choices(stops).Where(cargo.Allows).Select(legs => (legs, CostOf(legs)))];

    private IEnumerable<List<OracleWalk>> Choices(List<string> stops)
    {
        IEnumerable<List<OracleWalk>> choices = [[]];
        for (var i = 1; i < stops.Count; i++)
        {
            var step = Between(stops, i);
            choices = choices.SelectMany(legs => step.Select(leg => new List<OracleWalk>([.. legs, leg])));
        }
        return choices;
    }

    private List<OracleWalk> Between(List<string> stops, int arrival) => [.. walksFrom[stops[arrival - 1]].Where(w => w.To == stops[arrival])];

    private long CostOf(List<OracleWalk> legs) => legs.Select((leg, i) =>
        (long)leg.Cost + joints.Joint(legs, i).Sum(OracleCosts.Of) + OracleCosts.Of(joints.Pool(legs, i))).Sum();

    private Route Described(List<string> stops, List<OracleWalk> legs, long cost)
    {
        var weakest = legs.Select(l => l.Cost).ToList().IndexOf(legs.Max(l => l.Cost));
        return new Route(cost, stops, [.. legs.Select((leg, i) => Described(stops, legs, i))], chains.Countries(stops), weakest);
    }

    private Leg Described(List<string> stops, List<OracleWalk> legs, int i)
    {
        var leg = legs[i];
        var others = Between(stops, i + 1).Where(w => w.Id != leg.Id && (!w.LastLegOnly || i == legs.Count - 1)).Select(w => w.Id);
        var joint = joints.Joint(legs, i).Aggregate(1m, (product, factor) => product * factor);
        return new Leg(leg.Relationship.Key, leg.Along, leg.Component, leg.Relationship.Status, leg.Relationship.Confidence, leg.Cost,
            (double)joint, (double)joints.Pool(legs, i), [.. others.Order(StringComparer.Ordinal)]);
    }

    private static int ById(List<OracleWalk> a, List<OracleWalk> b) => InTurn(a.Select(l => l.Id), b.Select(l => l.Id));

    /// <summary>The order of routes: cost up, legs up, then stop ids ascending.</summary>
    public static int Compare(Route a, Route b)
    {
        if (a.Cost != b.Cost) return a.Cost.CompareTo(b.Cost);
        return a.Hops != b.Hops ? a.Hops.CompareTo(b.Hops) : InTurn(a.Stops, b.Stops);
    }

    // Text by text, ordinal.
    private static int InTurn(IEnumerable<string> a, IEnumerable<string> b) =>
        a.Zip(b).Select(pair => string.CompareOrdinal(pair.First, pair.Second)).FirstOrDefault(c => c != 0);
}
