using System.Collections.Immutable;
using SupplyGraph.Analysis.Tests.Oracle;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Scenarios;

/// <summary>Random graphs with the claims that they could be derived from, and random changes of them that keep to the store's rules.</summary>
internal static class RandomBooks
{
    private static readonly string[] Publishers = ["Press", "Gazette", "Ministry"];

    /// <summary>New names of each kind; they stand before, between and behind those of the graph.</summary>
    private static readonly Entity[] Newcomers =
    [
        new("a-firm", EntityKind.Company, "A Firm"), new("firm-ab", EntityKind.Company, "Firm AB"), new("new-land", EntityKind.Country, "New Land"),
        new("b-land", EntityKind.Country, "B Land"), new("cell-x", EntityKind.Component, "Cell X") { Stage = Stage.Cells },
        new("a-part", EntityKind.Component, "A Part"), new("zone-2", EntityKind.Region, "Zone 2"), new("path", EntityKind.Corridor, "Path"),
    ];

    public static ClaimBook Create(Focus focus, Random random)
    {
        var graph = RandomGraphs.Create(focus, random);
        var keys = graph.Relationships.Select(r => r.Key).ToList();
        if (random.Chance(0.5) && RandomClaims.Key(RelationshipType.HeadquarteredIn, graph.Entities, graph.Entities, random) is { } based) keys.Add(based);
        var claims = keys.SelectMany(key => Enumerable.Range(0, random.One([1, 1, 2, 3])).Select(_ => Claim(key, focus, random)));
        var none = ImmutableSortedDictionary.Create<string, Claim>(StringComparer.Ordinal);
        return claims.Aggregate(new ClaimBook(graph.Entities, none), (book, claim) => book.With(claim));
    }

    /// <summary>What could be claimed next: more on a relationship that is there, or something new; null where what was drawn must not be.</summary>
    public static Claim? Claim(ClaimBook book, Focus focus, Random random)
    {
        var key = random.Chance(0.35) && book.Keys.Count > 0
            ? random.One(book.Keys)
            : RandomClaims.Key(random.One(Types(focus)), book.Entities, book.Entities, random);
        return key is { } drawn && MayBeClaimed(book, drawn) ? Claim(drawn, focus, random) : null;
    }

    public static Claim Claim(RelationshipKey key, Focus focus, Random random)
    {
        var stated = RandomClaims.Of(key, focus, random);
        return new Claim(key.Type, key.From, key.To)
        {
            Component = key.Component,
            Role = key.Role,
            Status = stated.Status,
            ValidFrom = stated.ValidFrom,
            ValidTo = stated.ValidTo,
            Publisher = random.One(Publishers),
            SourceDate = random.Chance(0.5) ? new PartialDate(random.Next(2020, 2026)) : null,
            Confidence = stated.Confidence,
        };
    }

    /// <summary>Some entities that the graph does not hold, in any order; a company's country is among them or in the graph.</summary>
    public static List<Entity> NewEntities(ClaimBook book, Random random, int most)
    {
        var added = Newcomers.ExceptBy(book.Entities.Select(e => e.Id), e => e.Id).ToArray();
        random.Shuffle(added);
        var chosen = added.Take(random.Next(most + 1)).ToList();
        var countries = book.Entities.Concat(chosen).Where(e => e.Kind == EntityKind.Country).Select(e => e.Id).ToList();
        var based = countries.Count > 0 && random.Chance(0.6);
        return chosen.ConvertAll(e => based && e.Kind == EntityKind.Company ? e with { Country = random.One(countries) } : e);
    }

    private static IReadOnlyList<RelationshipType> Types(Focus focus) =>
    [
        .. focus.Types, RelationshipType.HeadquarteredIn, RelationshipType.HeadquarteredIn, RelationshipType.MemberOf, RelationshipType.MemberOf,
        RelationshipType.KindOf, RelationshipType.PartOf,
    ];

    // A store refuses a cycle of kind_of and part_of; the oracle cannot read one of regions either.
    public static bool MayBeClaimed(ClaimBook book, RelationshipKey key)
    {
        var ids = book.Entities.Select(e => e.Id).ToHashSet();
        if (!ids.Contains(key.From) || !ids.Contains(key.To) || (key.Component is { } c && !ids.Contains(c))) return false;
        return !(IsStructure(key) && Leads(book, key.To, key.From));
    }

    private static bool Leads(ClaimBook book, string from, string to) =>
        from == to || book.Keys.Where(k => IsStructure(k) && k.From == from).Any(k => Leads(book, k.To, to));

    private static bool IsStructure(RelationshipKey key) => key.Type is RelationshipType.KindOf or RelationshipType.PartOf or RelationshipType.MemberOf;
}
