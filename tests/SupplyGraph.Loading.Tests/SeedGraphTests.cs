using SupplyGraph.Model;

namespace SupplyGraph.Loading.Tests;

/// <summary>What must be true of graph-seed. Each failure lists the rows to mend.</summary>
public sealed class SeedGraphTests(SeedFixture seed) : IClassFixture<SeedFixture>
{
    private static readonly string[] Continents = ["africa", "asia", "europe", "north-america", "south-america", "oceania"];

    [Fact]
    public void Every_row_can_be_read_every_name_resolves_and_every_kind_fits()
    {
        Assert.True(seed.Entities.Count > 1500 && seed.Claims.Count > 6500, $"Only {seed.Entities.Count} entities and {seed.Claims.Count} claims.");
        Nothing(seed.Files.Errors);
    }

    [Fact]
    public void Claims_name_entities_by_id()
    {
        Nothing(seed.Files.Created.Select(e => e.Id));
        Assert.Equal(seed.Entities.Count, seed.Snapshot.NodeCount);
    }

    [Fact]
    public void No_two_entities_share_a_name() => Nothing(Shared(seed.Entities.Select(e => (e.Id, Name: e.Name))));

    [Fact]
    public void No_alias_belongs_to_two_entities_or_is_another_ones_name()
    {
        Nothing(Shared(seed.Entities.SelectMany(e => e.Aliases.Select(alias => (e.Id, alias)))));
        var names = seed.Entities.ToDictionary(e => NameKey.Of(e.Name), e => e.Id, StringComparer.Ordinal);
        Nothing(seed.Entities.SelectMany(e => e.Aliases, (e, alias) => (e.Id, alias))
            .Where(a => names.TryGetValue(NameKey.Of(a.alias), out var other) && other != a.Id));
    }

    [Fact]
    public void No_claim_stands_twice() =>
        Nothing(seed.Files.Claims.GroupBy(row => row.Value!.Id).Where(same => same.Count() > 1)
            .Select(same => $"lines {string.Join(", ", same.Select(row => row.Line))}"));

    [Fact]
    public void No_entity_is_an_orphan()
    {
        var touched = seed.Claims.SelectMany(c => new[] { c.From, c.To, c.Component })
            .Concat(seed.Entities.Select(e => e.Country)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Nothing(seed.Entities.Where(e => !touched.Contains(e.Id)).Select(e => e.Id));
    }

    [Fact]
    public void Every_country_has_its_codes_and_its_place()
    {
        var countries = OfKind(EntityKind.Country).ToList();
        Assert.NotEmpty(countries);
        Nothing(countries.Where(c => c.Iso2 is null || c.Iso3 is null || c.Latitude is null || c.Longitude is null).Select(c => c.Id));
        Nothing(countries.GroupBy(c => c.Iso2).Concat(countries.GroupBy(c => c.Iso3)).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Every_country_lies_in_a_continent()
    {
        Assert.All(Continents, id => Assert.Equal(EntityKind.Region, seed.ById[id].Kind));
        Nothing(OfKind(EntityKind.Country).Select(c => c.Id).Where(id => !Above(id, RelationshipType.MemberOf).Overlaps(Continents)));
    }

    [Fact]
    public void Regions_lie_within_regions() => Assert.Contains("asia", Above("south-asia", RelationshipType.MemberOf));

    private IEnumerable<Entity> OfKind(EntityKind kind) => seed.Entities.Where(e => e.Kind == kind);

    private HashSet<string> Above(string id, RelationshipType type)
    {
        var up = seed.Claims.Where(c => c.Type == type).ToLookup(c => c.From, c => c.To);
        var above = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([id]);
        while (open.TryPop(out var next))
            foreach (var higher in up[next])
                if (above.Add(higher)) open.Push(higher);
        return above;
    }

    private static IEnumerable<string> Shared(IEnumerable<(string Id, string Name)> named) => named
        .GroupBy(n => NameKey.Of(n.Name), n => n.Id).Where(same => same.Distinct().Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same)}");

    private static void Nothing<T>(IEnumerable<T> bad) => Assert.Equal("", string.Join('\n', bad));
}
