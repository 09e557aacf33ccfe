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
    private readonly List<string> ids;
    private readonly RouteQuestion filters;
    private readonly List<string> chain;

    private RandomQuestions(Focus focus, OracleGraph graph, Random random)
    {
        (this.focus, this.graph, this.random) = (focus, graph, random);
        ids = [.. graph.Entities.Select(e => e.Id)];
        filters = Filters();
        chain = Chain();
    }

    /// <summary>A question; where the oracle has no answer to the first that is drawn, in most cases another one.</summary>
    public static RouteQuestion Create(Focus focus, OracleGraph graph, Random random)
    {
        var question = new RandomQuestions(focus, graph, random).Question();
        var another = random.Chance(0.85) && RouteOracle.Answer(graph, question).Count == 0;
        return another ? new RandomQuestions(focus, graph, random).Question() : question;
    }

    private RouteQuestion Filters()
    {
        var components = graph.Of(EntityKind.Component).ToList();
        var follow = !random.Chance(focus.Ignore);
        return new RouteQuestion
        {
            Component = follow && components.Count > 0 && random.Chance(focus.Component) ? random.One(components) : null,
            Types = random.Chance(focus.Filter) ? [.. focus.Types.Where(_ => random.Chance(0.6)).Append(random.One(focus.Types)).Distinct()] : [],
            Statuses = Some(focus.Filter, Enum.GetValues<Status>(), 2),
            MinConfidence = random.Chance(focus.Filter) ? random.One([0.6, 0.72, 0.8]) : 0,
            AsOf = random.One(Days),
            MaxHops = random.Within(focus.Hops),
            FollowComponents = follow,
        };
    }

    private RouteQuestion Question()
    {
        var beside = ids.Except(chain).ToList();
        var question = filters with
        {
            From = Ends(chain[0], EntityKind.Company, EntityKind.Country),
            To = Ends(chain[^1], EntityKind.Country, EntityKind.Region),
            Via = Vias(),
            Avoid = Some(focus.Avoid, beside.Count > 0 && random.Chance(0.8) ? beside : ids, 2),
            Limit = random.Within(focus.Limit),
            Distinct = random.Chance(focus.Distinct) ? random.One(Enum.GetValues<Distinct>()) : null,
            Exact = random.Chance(focus.Exact),
        };
        return question.From.Count + question.To.Count + question.Via.Count > 0 ? question : question with { From = [Place(chain[0])] };
    }

    // An end that cannot be left open is given more often.
    private IReadOnlyList<string> Ends(string stop, params EntityKind[] open)
    {
        var given = random.Chance(focus.GivenEnd) || (!open.Contains(graph.KindOf(stop)) && random.Chance(0.7));
        return given ? [Place(stop), .. Some(0.15, ids, 2)] : [];
    }

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

    // In most cases a chain that is a route whatever its ends, else any that hangs together; the longest of a few.
    private List<string> Chain()
    {
        var oracle = new RouteOracle(graph, filters);
        var walks = OracleFlow.Walks(graph).ToLookup(w => w.From, w => w.To);
        return random.Chance(0.85) ? Longest(oracle.Onward) : Longest(stops => walks[stops[^1]].Except(stops));
    }

    private List<string> Longest(Func<List<string>, IEnumerable<string>> onward) =>
        Enumerable.Range(0, focus.Walks).Select(_ => Walk(onward)).MaxBy(stops => stops.Count)!;

    private List<string> Walk(Func<List<string>, IEnumerable<string>> onward)
    {
        List<string> stops = [random.One(ids)];
        while (stops.Count <= filters.MaxHops && onward(stops).ToList() is { Count: > 0 } next) stops.Add(random.One(next));
        return stops;
    }
}
