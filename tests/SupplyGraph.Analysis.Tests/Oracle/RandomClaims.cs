using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>Single random relationships that the catalogue allows.</summary>
internal static class RandomClaims
{
    // About the days that questions are asked for, and 36 months before them.
    private static readonly PartialDate[] Dates =
    [
        new(2026), new(2025), new(2027), new(2023), new(2022), new(2026, 5), new(2026, 6), new(2026, 7), new(2023, 5), new(2023, 6), new(2021, 2),
        new(2026, 6, 14), new(2026, 6, 15), new(2026, 6, 16), new(2023, 6, 14), new(2023, 6, 15), new(2023, 6, 16), new(2024, 2, 29), new(2024, 3, 1),
    ];

    private static readonly Status[] Statuses =
        [Status.Established, Status.Established, Status.Established, Status.Established, Status.Announced, Status.Potential];

    /// <summary>A relationship of a type between two different entities of the lists, or null where none fits.</summary>
    public static RelationshipKey? Key(RelationshipType type, IReadOnlyList<Entity> from, IReadOnlyList<Entity> to, Random random)
    {
        var rule = Catalogue.Of(type);
        var pairs = from.SelectMany(f => to.Where(t => f.Id != t.Id && rule.Fits(f.Kind, t.Kind)).Select(t => (From: f.Id, To: t.Id))).ToList();
        if (pairs.Count == 0 || (rule.Component == Presence.Required && !from.Any(e => e.Kind == EntityKind.Component))) return null;
        var pair = random.One(pairs);
        return RelationshipKey.Of(type, pair.From, pair.To, Component(rule, from, random), RoleOf(rule, random));
    }

    /// <summary>Another relationship between the same entities, or null where the type that is drawn does not fit.</summary>
    public static RelationshipKey? Parallel(RelationshipKey key, Focus focus, List<Entity> entities, Random random)
    {
        var rule = Catalogue.Of(random.One(focus.Types));
        var (from, to) = (entities.Single(e => e.Id == key.From), entities.Single(e => e.Id == key.To));
        if (random.Chance(0.3)) (from, to) = (to, from);
        return rule.Fits(from.Kind, to.Kind) ? RelationshipKey.Of(rule.Type, from.Id, to.Id, Component(rule, entities, random), RoleOf(rule, random)) : null;
    }

    public static Relationship Of(RelationshipKey key, Focus focus, Random random) => new(key, random.One(Statuses), random.One(focus.Confidences))
    {
        ValidFrom = random.Chance(focus.Dated / 2) ? random.One(Dates) : null,
        ValidTo = random.Chance(focus.Dated / 2) ? random.One(Dates) : null,
        Claims = 1,
    };

    private static string? Component(RelationshipRule rule, IReadOnlyList<Entity> entities, Random random)
    {
        var components = entities.Where(e => e.Kind == EntityKind.Component).Select(e => e.Id).ToList();
        var named = rule.Component == Presence.Required || (rule.Component == Presence.Optional && random.Chance(0.6));
        return named && components.Count > 0 ? random.One(components) : null;
    }

    private static Role? RoleOf(RelationshipRule rule, Random random)
    {
        var given = rule.Role == Presence.Required || (rule.Role == Presence.Optional && random.Chance(0.5));
        return given ? random.One(rule.Roles) : null;
    }
}
