using System.Globalization;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>Graphs, questions and answers in a few lines each, for comparing them and for the message of a failure.</summary>
internal static class CaseText
{
    public static string Of(OracleGraph graph) => string.Join('\n', graph.Entities.Select(Of).Concat(graph.Relationships.Select(Of)));

    public static string Of(RouteQuestion q) => string.Create(CultureInfo.InvariantCulture,
        $"from=[{List(q.From)}] to=[{List(q.To)}] via=[{List(q.Via)}] avoid=[{List(q.Avoid)}] component={q.Component} types=[{List(q.Types)}] "
        + $"statuses=[{List(q.Statuses)}] minConfidence={q.MinConfidence} asOf={q.AsOf:yyyy-MM-dd} maxHops={q.MaxHops} limit={q.Limit} "
        + $"distinct={q.EffectiveDistinct} follow={q.FollowComponents} exact={q.Exact}");

    /// <summary>Everything that an answer says of its routes, one line a route and a leg.</summary>
    public static string Of(IEnumerable<Route> routes) => string.Join('\n', routes.Select(Of));

    private static string Of(Route r) => string.Create(CultureInfo.InvariantCulture,
        $"{r.Cost} {List(r.Stops, " > ")} countries=[{List(r.Countries)}] weakest={r.WeakestLeg} {r.Status} p={r.Plausibility}")
        + string.Concat(r.Legs.Select(Of));

    private static string Of(Leg l) => string.Create(CultureInfo.InvariantCulture,
        $"\n    {l.Relationship} {l.Type} {(l.Along ? "along" : "against")} component={l.Component} {l.Status} {l.Confidence} "
        + $"cost={l.Cost} joint={l.Joint:0.######} pool={l.Pool} or [{List(l.Alternatives)}]");

    private static string Of(Entity e) => $"{e.Id} {e.Kind}{(e.Country is null ? "" : $" of {e.Country}")}{(e.Stage is null ? "" : $" at {e.Stage}")}";

    private static string Of(Relationship r) => string.Create(CultureInfo.InvariantCulture,
        $"{r.Id} {r.Status} {r.Confidence}{(r.ValidFrom is null && r.ValidTo is null ? "" : $" {r.ValidFrom}..{r.ValidTo}")}");

    private static string List<T>(IEnumerable<T> values, string separator = ", ") => string.Join(separator, values);
}
