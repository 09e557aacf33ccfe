using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Tests.Oracle;

/// <summary>Homes, regions and place sets, read from all relationships whatever the filters.</summary>
internal sealed class OraclePlaces(OracleGraph graph, OracleComponents components, OracleRules rules)
{
    private readonly Dictionary<string, string?> homes = graph.Of(EntityKind.Company).ToDictionary(c => c, c => HomeOf(graph, c, rules));
    private readonly List<(string From, string To)> memberships = [.. graph.Pairs(RelationshipType.MemberOf)];

    /// <summary>The country that a company is based in, or null.</summary>
    public string? Home(string company) => homes[company];

    /// <summary>What a country, region or company stands for in a chain of countries; null for every other stop.</summary>
    public string? CountryOf(string stop) => graph.KindOf(stop) switch
    {
        EntityKind.Country or EntityKind.Region => stop,
        EntityKind.Company => Home(stop),
        _ => null,
    };

    /// <summary>What one value of from, to, via or avoid stands for.</summary>
    public HashSet<string> PlaceSet(string id, bool exact)
    {
        if (exact) return [id];
        return graph.KindOf(id) switch
        {
            EntityKind.Country => [id, .. CompaniesOf(id)],
            EntityKind.Region => [.. Within(id), .. Within(id).SelectMany(CompaniesOf)],
            EntityKind.Component when rules.On(OracleRule.KindsInPlaceSets) => [id, .. components.KindsOf(id)],
            _ => [id],
        };
    }

    public HashSet<string> Union(IEnumerable<string> ids, bool exact) => [.. ids.SelectMany(id => PlaceSet(id, exact))];

    /// <summary>Whether a stop is a region that has, directly or through its regions, a country of a set as a member.</summary>
    public bool IsRegionAround(string stop, HashSet<string> set) =>
        graph.KindOf(stop) == EntityKind.Region && Within(stop).Any(p => graph.KindOf(p) == EntityKind.Country && set.Contains(p));

    private IEnumerable<string> CompaniesOf(string country) => homes.Where(h => h.Value == country).Select(h => h.Key);

    // A region, its members and the members of the regions among them.
    private HashSet<string> Within(string region)
    {
        var members = memberships.Where(m => m.To == region).Select(m => m.From);
        return rules.On(OracleRule.NestedRegions) ? [region, .. members.SelectMany(Within)] : [region, .. members];
    }

    private static string? HomeOf(OracleGraph graph, string company, OracleRules rules)
    {
        var stated = graph.Entities.Single(e => e.Id == company).Country;
        if (stated is not null || !rules.On(OracleRule.HomeByHeadquarters)) return stated;
        var targets = graph.Pairs(RelationshipType.HeadquarteredIn).Where(p => p.From == company).Select(p => p.To).Order(StringComparer.Ordinal).ToList();
        return targets.Count == 1 || !rules.On(OracleRule.TwoHeadquartersAreNoHome) ? targets.FirstOrDefault() : null;
    }
}
