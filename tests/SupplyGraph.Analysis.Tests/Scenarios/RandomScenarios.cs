using SupplyGraph.Analysis.Scenarios;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Scenarios;

/// <summary>Random scenarios with every sort of change.</summary>
internal static class RandomScenarios
{
    private static readonly Status[] Statuses = Enum.GetValues<Status>();

    public static Scenario Create(ClaimBook book, Focus focus, Random random)
    {
        var removed = Removed(book, random);
        var cut = Some(book.Keys, random, [0, 0, 1, 3]);
        var left = cut.Aggregate(removed.Aggregate(book, (b, id) => b.Without(id)), (b, key) => b.Without(key));
        var entities = RandomBooks.NewEntities(left, random, 3);
        entities.AddRange(book.Entities.Where(e => removed.Contains(e.Id) && random.Chance(0.2)).Select(e => e with { Country = null }));
        return new Scenario
        {
            RemovedEntities = removed,
            RemovedRelationships = cut,
            RelationshipStatuses = Some(book.Keys, random, [0, 0, 1, 3]).ToDictionary(key => key, _ => random.One(Statuses)),
            EntityStatuses = EntityStatuses(book, random),
            AddedEntities = entities,
            AddedClaims = Claims(entities.Aggregate(left, (b, entity) => b.With(entity)), cut, focus, random),
        };
    }

    // Kind by kind, so that the rarer ones are removed as often.
    private static List<string> Removed(ClaimBook book, Random random)
    {
        var ofKinds = book.Entities.GroupBy(e => e.Kind).Select(g => g.Select(e => e.Id).ToList()).ToList();
        return [.. Enumerable.Range(0, random.One([0, 1, 1, 2])).Select(_ => random.One(random.One(ofKinds))).Distinct()];
    }

    // One status for all: which of two entities' statuses a relationship between them takes, the design leaves open.
    private static Dictionary<string, Status> EntityStatuses(ClaimBook book, Random random)
    {
        var status = random.One(Statuses);
        return Some([.. book.Entities.Select(e => e.Id)], random, [0, 0, 1, 2]).ToDictionary(id => id, _ => status);
    }

    private static List<Claim> Claims(ClaimBook after, List<RelationshipKey> cut, Focus focus, Random random)
    {
        var claims = new List<Claim>();
        for (var drawn = random.One([0, 2, 4, 6]); drawn > 0; drawn--)
        {
            if (RandomBooks.Claim(after, focus, random) is not { } claim) continue;
            claims.Add(claim);
            after = after.With(claim);
        }
        // What is removed may be claimed anew, and then rests on that claim alone.
        var anew = cut.Where(key => random.Chance(0.3) && RandomBooks.MayBeClaimed(after, key)).Take(1);
        return [.. claims, .. anew.Select(key => RandomBooks.Claim(key, focus, random))];
    }

    private static List<T> Some<T>(IReadOnlyList<T> values, Random random, IReadOnlyList<int> counts) =>
        values.Count == 0 ? [] : [.. Enumerable.Range(0, random.One(counts)).Select(_ => random.One(values)).Distinct()];
}
