using System.Globalization;
using SupplyGraph.Analysis.Disruptions;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Disruptions;

/// <summary>Disruptions by brute force: every route of both graphs, sorted by where it ends and what its last leg names.</summary>
internal static class DisruptionOracle
{
    /// <summary>The whole ranking and its counts, in the form of <see cref="Text(DisruptionAnswer)"/>.</summary>
    public static string Answer(OracleGraph before, OracleGraph after, DisruptionQuestion question)
    {
        Dictionary<(string Component, string Receiver), Route> was = Best(before, question), becomes = Best(after, question);
        var remaining = after.Entities.Select(e => e.Id).ToHashSet();
        var pairs = was.Keys.Union(becomes.Keys).ToList();
        var looked = pairs.Where(p => remaining.Contains(p.Receiver)).ToList();
        var changed = looked.Select(p => (Pair: p, Before: was.GetValueOrDefault(p), After: becomes.GetValueOrDefault(p)))
            .Where(c => c.Before?.Cost != c.After?.Cost)
            .OrderByDescending(c => (decimal)(c.Before?.Plausibility ?? 0) - (decimal)(c.After?.Plausibility ?? 0))
            .ThenBy(c => c.Pair.Component, StringComparer.Ordinal).ThenBy(c => c.Pair.Receiver, StringComparer.Ordinal).ToList();
        var lost = changed.Count(c => c.After is null);
        var weakened = changed.Count(c => c.Before is not null && c.After is not null && c.After.Cost > c.Before.Cost);
        return string.Join('\n', changed.Select(c => Line(c.Pair.Component, c.Pair.Receiver, Text(c.Before), Text(c.After)))
            .Append($"looked={looked.Count} changed={changed.Count} lost={lost} weakened={weakened} strengthened={changed.Count - lost - weakened} "
                + $"removed={pairs.Count - looked.Count}"));
    }

    /// <summary>The best routes from any company, country or component to any company, country or vehicle, by what their last leg names.</summary>
    public static Dictionary<(string Component, string Receiver), Route> Best(OracleGraph graph, DisruptionQuestion question)
    {
        var asked = new RouteQuestion
        {
            Types = question.Filters.Types,
            Statuses = question.Filters.Statuses,
            MinConfidence = question.Filters.MinConfidence,
            AsOf = question.Filters.AsOf,
            MaxHops = question.MaxHops,
            Exact = true,
        };
        return new RouteOracle(graph, asked).EveryWayAnywhere()
            .Where(r => graph.KindOf(r.Stops[0]) is EntityKind.Company or EntityKind.Country or EntityKind.Component)
            .Where(r => graph.KindOf(r.Stops[^1]) is EntityKind.Company or EntityKind.Country or EntityKind.Vehicle && r.Legs[^1].Component is not null)
            .GroupBy(r => (r.Legs[^1].Component!, r.Stops[^1]))
            .ToDictionary(g => g.Key, g => g.Order(Comparer<Route>.Create(Compare)).First());
    }

    public static string Text(DisruptionAnswer answer) => string.Join('\n',
        answer.Disruptions.Select(d => Line(d.Component, d.Receiver, Text(d.Before), Text(d.After)))
            .Append($"looked={answer.LookedAt} changed={answer.Changed} lost={answer.Lost} weakened={answer.Weakened} "
                + $"strengthened={answer.Strengthened} removed={answer.Removed}"));

    private static string Line(string component, string receiver, string before, string after) => $"{component} at {receiver}: {before} | {after}";

    private static string Text(Route? route) => route is null ? "none" : Text(route.Cost, route.Stops, route.Legs.Select(l => (l.Relationship, l.Status)));

    private static string Text(Arrival? route) => route is null ? "none" : Text(route.Cost, route.Stops, route.Legs.Select(l => (l.Key.Id, l.Status)));

    private static string Text(long cost, IEnumerable<string> stops, IEnumerable<(string Id, Status Status)> legs) =>
        string.Create(CultureInfo.InvariantCulture, $"{cost} {string.Join(" > ", stops)} by {string.Join(", ", legs.Select(l => $"{l.Id} {l.Status}"))}");

    private static int Compare(Route a, Route b) => RouteOracle.Compare(a, b) is var order && order != 0
        ? order
        : a.Legs.Zip(b.Legs, (x, y) => string.CompareOrdinal(x.Relationship, y.Relationship)).FirstOrDefault(c => c != 0);
}
