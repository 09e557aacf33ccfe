using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Routes;

/// <summary>Turns a complete partial route into the route of an answer.</summary>
/// <param name="rules">What the legs carry; null where that is ignored.</param>
internal sealed class RouteWriter(Snapshot snapshot, RouteQuestion question, CarryRules? rules, SearchBuffers buffers)
{
    private readonly LegFilter filter = new(snapshot, question.Filters);

    /// <summary>The stops of a route, as nodes.</summary>
    public int[] Stops(int last) => [.. Chain(last).Select(at => buffers.Active[buffers.Partials[at].Local])];

    public Route Write(int last, int[] stops)
    {
        var chain = Chain(last);
        var legs = new Leg[stops.Length - 1];
        for (var i = 0; i < legs.Length; i++) legs[i] = WriteLeg(chain, stops, i);
        var weakest = 0;
        for (var i = 1; i < legs.Length; i++)
            if (legs[i].Cost > legs[weakest].Cost) weakest = i;
        var countries = CountryChain.Of(snapshot, stops).ConvertAll(snapshot.Id);
        return new Route(buffers.Partials[last].Cost, Array.ConvertAll(stops, snapshot.Id), legs, countries, weakest);
    }

    private int[] Chain(int last)
    {
        var chain = new int[buffers.Partials[last].Hops + 1];
        for (var at = last; at >= 0; at = buffers.Partials[at].Before) chain[buffers.Partials[at].Hops] = at;
        return chain;
    }

    private Leg WriteLeg(int[] chain, int[] stops, int index)
    {
        var partial = buffers.Partials[chain[index + 1]];
        var before = buffers.Partials[chain[index]];
        var relationship = partial.Arc.Relationship;
        var component = snapshot.Component(relationship);
        var joint = rules is not null && component >= 0 && before.LastNamed >= 0
            ? rules.JointOf(buffers.Partials[before.LastNamed].Arc.Relationship, relationship, before.LastNamed == chain[index]).Factor
            : 1;
        var isLast = index == stops.Length - 2;
        var pooled = rules is not null && !isLast && CarryRules.IsPool(snapshot, stops[index + 1]);
        var taken = new Arc(stops[index + 1], partial.Arc.Link, partial.Arc.Cost);
        return new Leg(
            snapshot.Key(stops[index], taken),
            partial.Arc.Along,
            component < 0 ? null : snapshot.Id(snapshot.ComponentNode(component)),
            snapshot.Status(relationship),
            snapshot.ConfidenceMillionths(relationship) / 1_000_000.0,
            partial.Arc.Cost,
            joint,
            pooled ? Plausibility.Pool : 1,
            Alternatives(stops[index], taken, isLast));
    }

    private List<string> Alternatives(int stop, Arc taken, bool isLast)
    {
        var others = new List<string>();
        foreach (var arc in snapshot.Out(stop))
        {
            if (arc.Node != taken.Node || arc.Relationship == taken.Relationship) continue;
            if (filter.Passes(arc.Relationship) && (isLast || !filter.EndsRoute(arc))) others.Add(snapshot.Key(stop, arc).Id);
        }
        others.Sort(StringComparer.Ordinal);
        return others;
    }
}
