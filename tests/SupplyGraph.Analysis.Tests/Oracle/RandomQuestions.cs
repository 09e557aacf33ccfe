using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>Seeded questions of every kind about a graph. Most are drawn along a random chain of stops, so that many have an answer.</summary>
internal sealed class RandomQuestions
{
    private static readonly DateOnly[] Days = [new(2026, 6, 15), new(2026, 6, 15), new(2026, 6, 30), new(2026, 12, 31), new(2024, 2, 29)];

    private readonly Focus focus;
    private readonly OracleGraph graph;
    private readonly Random random;
    private readonly List<string> chain;
    private readonly List<string> ids;

    private RandomQuestions(Focus focus, OracleGraph graph, Random random)
    {
        (this.focus, this.graph, this.random) = (focus, graph, random);
        ids = [.. graph.Entities.Select(e => e.Id)];
        chain = Chain();
    }

    public static RouteQuestion Create(Focus focus, OracleGraph graph, Random random) => new RandomQuestions(focus, graph, random).Question();

    private RouteQuestion Question()
    {
        var follow = !random.Chance(focus.Ignore);
        var question = new RouteQuestion
        {
            From = Ends(chain[0]),
            To = Ends(chain[^1]),
            Via = Vias(),
            Avoid = Some(focus.Avoid, ids, 2),
            Component = follow && random.Chance(focus.Component) ? random.One(graph.Of(EntityKind.Component).ToList()) : null,
            Types = Some(focus.Filter, focus.Types, 4),
            Statuses = Some(focus.Filter, Enum.GetValues<Status>(), 2),
            MinConfidence = random.Chance(focus.Filter) ? random.One([0.6, 0.72, 0.8]) : 0,
            AsOf = random.One(Days),
            MaxHops = random.Within(focus.Hops),
            Limit = random.Within(focus.Limit),
            Distinct = random.Chance(focus.Distinct) ? random.One(Enum.GetValues<Distinct>()) : null,
            FollowComponents = follow,
            Exact = random.Chance(focus.Exact),
        };
        return question.From.Count + question.To.Count + question.Via.Count > 0 ? question : question with { From = [Place(chain[0])] };
    }

    private IReadOnlyList<string> Ends(string stop) => random.Chance(focus.GivenEnd) ? [Place(stop), .. Some(0.25, ids, 2)] : [];

    private List<string> Vias()
    {
        if (!random.Chance(focus.Via)) return [];
        var between = chain.Skip(1).SkipLast(1).SelectMany(stop => new[] { stop, Place(stop), Place(stop) }).Distinct().ToArray();
        var places = random.Chance(0.85) && between.Length > 0 ? between : [.. ids];
        random.Shuffle(places);
        return [.. places.Take(random.One([1, 1, 1, 2, 2, 3, 4]))];
    }

    private List<T> Some<T>(double chance, IReadOnlyList<T> values, int most)
    {
        if (!random.Chance(chance)) return [];
        return [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => random.One(values)).Distinct()];
    }

    // A stop itself, or a wider place that it lies in.
    private string Place(string stop)
    {
        var wider = graph.Relationships.Where(r => r.Key.From == stop && IsStructure(r.Key.Type)).Select(r => r.Key.To).ToList();
        if (graph.Entities.Single(e => e.Id == stop).Country is { } home) wider.Add(home);
        if (wider.Count == 0 || random.Chance(0.6)) return stop;
        return Place(random.One(wider));
    }

    private static bool IsStructure(RelationshipType type) => type is RelationshipType.KindOf or RelationshipType.MemberOf or RelationshipType.HeadquarteredIn;

    private List<string> Chain()
    {
        var walks = OracleFlow.Walks(graph).ToLookup(w => w.From, w => w.To);
        List<string> stops = [random.One(ids)];
        while (stops.Count < 6 && walks[stops[^1]].Except(stops).ToList() is { Count: > 0 } next) stops.Add(random.One(next));
        return stops;
    }
}
