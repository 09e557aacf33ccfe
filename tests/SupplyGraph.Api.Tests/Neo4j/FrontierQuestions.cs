using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Tests.Neo4j;

/// <summary>Seeded questions about any graph, of every shape: ends given or open, vias, avoided places, regions, components, filters.</summary>
internal sealed class FrontierQuestions
{
    private static readonly EntityKind[] Starts = [EntityKind.Company, EntityKind.Country, EntityKind.Component, EntityKind.Region];
    private static readonly EntityKind[] Ends = [EntityKind.Country, EntityKind.Region, EntityKind.Company];
    private static readonly EntityKind[] Vias = [EntityKind.Country, EntityKind.Company, EntityKind.Corridor, EntityKind.Region];

    private readonly Random random;
    private readonly ILookup<EntityKind, string> ofKind;

    private FrontierQuestions(IReadOnlyList<Entity> entities, IReadOnlyList<Relationship> relationships, Random random)
    {
        this.random = random;
        var kinds = entities.ToDictionary(e => e.Id, e => e.Kind);
        // As often as they have relationships: most places that are drawn lead somewhere.
        ofKind = relationships.SelectMany(r => new[] { r.Key.From, r.Key.To }).ToLookup(id => kinds[id]);
    }

    public static IReadOnlyList<RouteQuestion> About(IReadOnlyList<Entity> entities, IReadOnlyList<Relationship> relationships, int count, int seed)
    {
        var questions = new FrontierQuestions(entities, relationships, new Random(seed));
        return [.. Enumerable.Range(0, count).Select(_ => questions.Next())];
    }

    private RouteQuestion Next()
    {
        var shape = random.Next(10);
        var follow = random.Next(4) > 0;
        return new RouteQuestion
        {
            From = shape is 0 or 1 or 2 or 3 or 4 or 7 ? Places(Starts, 1 + random.Next(2)) : [],
            To = shape is 0 or 1 or 2 or 5 or 8 ? Places(Ends, 1 + random.Next(2)) : [],
            Via = shape is 0 or 3 or 5 or 6 or 7 or 8 ? Places(Vias, 1) : shape == 9 ? Places(Vias, 2) : [],
            Avoid = random.Next(4) == 0 ? Places(Vias, 2) : [],
            Component = follow && random.Next(8) == 0 && Places([EntityKind.Component], 1) is [var component, ..] ? component : null,
            Types = random.Next(6) == 0 ? [.. Enum.GetValues<RelationshipType>().Where(_ => random.Next(2) == 0), RelationshipType.ExportsTo] : [],
            Statuses = random.Next(6) == 0 ? [Status.Established, (Status)random.Next(1, 3)] : [],
            MinConfidence = random.Next(6) == 0 ? random.Next(1, 9) / 10.0 : 0,
            AsOf = new DateOnly(random.Next(5) == 0 ? random.Next(2015, 2035) : 2026, 6, 15),
            MaxHops = random.Next(1, 6),
            Limit = random.Next(1, 21),
            Distinct = random.Next(2) == 0 ? null : (Distinct)random.Next(4),
            FollowComponents = follow,
            Exact = random.Next(6) == 0,
        };
    }

    private IReadOnlyList<string> Places(EntityKind[] kinds, int count)
    {
        var places = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var ids = ofKind[kinds[random.Next(kinds.Length)]].ToList();
            if (ids.Count > 0) places.Add(ids[random.Next(ids.Count)]);
        }
        return [.. places.Distinct()];
    }
}
