using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>Small seeded graphs, rich in the rules of design section 4. The same focus and random numbers give the same graph.</summary>
internal static class RandomGraphs
{
    // One id is the beginning of another, and hyphens stand before letters but '~' behind them:
    // the ordinal order of ids, that of relationship ids and a culture's all differ.
    private static readonly Dictionary<EntityKind, string[]> Names = new()
    {
        [EntityKind.Company] = ["firm", "firm-b", "firma", "firm-a", "f", "zenith", "acme", "acme-2"],
        [EntityKind.Country] = ["land", "land-b", "landa", "isle", "x-isle", "a-state", "state"],
        [EntityKind.Region] = ["area", "area-1", "zone", "basin"],
        [EntityKind.Component] = ["cell", "cell-lfp", "cells", "pack", "pack-a", "ore", "bev", "e-bus"],
        [EntityKind.Vehicle] = ["van"],
        [EntityKind.Corridor] = ["road", "road-2"],
        [EntityKind.Policy] = ["act"],
    };

    private static readonly EntityKind[] OtherKinds = [EntityKind.Vehicle, EntityKind.Corridor, EntityKind.Corridor, EntityKind.Policy];

    private static readonly Stage?[] Stages =
    [
        null, null, null, Stage.Mining, Stage.Refining, Stage.ActiveMaterials, Stage.Cells, Stage.Packs,
        Stage.Vehicles, Stage.Vehicles, Stage.BusesTrucks, Stage.Charging,
    ];

    public static OracleGraph Create(Focus focus, Random random)
    {
        var entities = Entities(focus, random);
        var relationships = new Dictionary<string, Relationship>();
        IEnumerable<RelationshipKey> spine = focus.Spine ? Spine(entities) : [];
        foreach (var key in RandomTaxonomy.Keys(entities, random).Concat(spine).Concat(FlowKeys(focus, entities, random)))
            relationships.TryAdd(key.Id, RandomClaims.Of(key, focus, random));
        return new OracleGraph(Shuffled(entities, random), Shuffled(relationships.Values, random));
    }

    private static List<Entity> Entities(Focus focus, Random random)
    {
        var countries = Some(EntityKind.Country, focus.Countries, random);
        var companies = Some(EntityKind.Company, focus.Companies, random)
            .ConvertAll(e => random.Chance(0.5) ? e with { Country = random.One(countries).Id } : e);
        var components = Some(EntityKind.Component, focus.Components, random).ConvertAll(e => e with { Stage = random.One(Stages) });
        var others = Enumerable.Range(0, random.Within(focus.Others)).SelectMany(_ => Some(random.One(OtherKinds), (1, 1), random)).DistinctBy(e => e.Id);
        return [.. countries, .. companies, .. components, .. Some(EntityKind.Region, focus.Regions, random), .. others];
    }

    private static List<Entity> Some(EntityKind kind, (int, int) count, Random random) =>
        [.. Shuffled(Names[kind], random).Take(random.Within(count)).Select(name => new Entity(name, kind, name))];

    private static List<RelationshipKey> FlowKeys(Focus focus, List<Entity> entities, Random random)
    {
        var keys = new List<RelationshipKey>();
        for (var wanted = random.Within(focus.Relationships); wanted > 0; wanted--)
        {
            var key = keys.Count > 0 && random.Chance(focus.Parallel)
                ? RandomClaims.Parallel(random.One(keys), focus, entities, random)
                : RandomClaims.Key(random.One(focus.Types), entities, entities, random);
            if (key is { } fitting) keys.Add(fitting);
        }
        return keys;
    }

    // From a material through what it goes into, a maker and one customer after another to a country and abroad. Parts lead on in the order of the
    // list, as in the taxonomy: no cycle.
    private static IEnumerable<RelationshipKey> Spine(List<Entity> entities)
    {
        var (parts, firms, lands) = (Ids(EntityKind.Component), Ids(EntityKind.Company), Ids(EntityKind.Country));
        return
        [
            .. parts.Zip(parts.Skip(1)).Select(p => RelationshipKey.Of(RelationshipType.PartOf, p.First, p.Second)),
            RelationshipKey.Of(RelationshipType.Produces, firms[0], parts[^1]),
            .. firms.Zip(firms.Skip(1)).Select(p => RelationshipKey.Of(RelationshipType.Supplies, p.First, p.Second, parts[^1])),
            RelationshipKey.Of(RelationshipType.OperatesIn, firms[^1], lands[0], parts[^1], Role.Assembly),
            RelationshipKey.Of(RelationshipType.ExportsTo, lands[0], lands[1], parts[^1]),
        ];

        List<string> Ids(EntityKind kind) => [.. entities.Where(e => e.Kind == kind).Select(e => e.Id)];
    }

    private static List<T> Shuffled<T>(IEnumerable<T> values, Random random)
    {
        var shuffled = values.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
