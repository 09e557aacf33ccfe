using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>The structure of a random graph: kinds and parts without a cycle, nested regions, headquarters, and what never flows.</summary>
internal static class RandomTaxonomy
{
    public static IEnumerable<RelationshipKey> Keys(List<Entity> entities, Random random) =>
    [
        .. Components(Of(entities, EntityKind.Component), random), .. Regions(entities, random),
        .. Headquarters(entities, random), .. Still(entities, random),
    ];

    // Always from the earlier component to the later one of a random order: no cycle of kind_of and part_of taken together.
    private static IEnumerable<RelationshipKey> Components(List<string> components, Random random)
    {
        for (var i = 0; i < components.Count; i++)
            for (var j = i + 1; j < components.Count; j++)
                if (random.Chance(0.45))
                    yield return RelationshipKey.Of(random.One([RelationshipType.KindOf, RelationshipType.PartOf]), components[i], components[j]);
    }

    private static IEnumerable<RelationshipKey> Regions(List<Entity> entities, Random random)
    {
        var regions = Of(entities, EntityKind.Region);
        foreach (var country in Of(entities, EntityKind.Country).Where(_ => regions.Count > 0 && random.Chance(0.6)))
            yield return RelationshipKey.Of(RelationshipType.MemberOf, country, random.One(regions));
        for (var i = 1; i < regions.Count; i++)
            if (random.Chance(0.6)) yield return RelationshipKey.Of(RelationshipType.MemberOf, regions[i - 1], regions[i]);
    }

    private static IEnumerable<RelationshipKey> Headquarters(List<Entity> entities, Random random)
    {
        var countries = Of(entities, EntityKind.Country);
        foreach (var company in Of(entities, EntityKind.Company).Where(_ => random.Chance(0.6)))
            for (var targets = random.One([1, 1, 1, 2]); targets > 0; targets--)
                yield return RelationshipKey.Of(RelationshipType.HeadquarteredIn, company, random.One(countries));
    }

    private static IEnumerable<RelationshipKey> Still(List<Entity> entities, Random random) =>
        new[] { RelationshipType.SubstitutesFor, RelationshipType.AppliesIn, RelationshipType.Promotes }
            .Select(type => RandomClaims.Key(type, entities, entities, random)).OfType<RelationshipKey>();

    private static List<string> Of(List<Entity> entities, EntityKind kind) => [.. entities.Where(e => e.Kind == kind).Select(e => e.Id)];
}
