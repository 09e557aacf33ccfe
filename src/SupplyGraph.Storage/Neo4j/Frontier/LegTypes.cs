using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Schema;

namespace SupplyGraph.Storage.Neo4j.Frontier;

/// <summary>Relationship types by the way in which goods, parts or know-how can move along them, as patterns of Cypher; empty for none.</summary>
/// <param name="Forward">Types over which a leg can lead from the from end to the to end.</param>
/// <param name="Backward">Types over which it can lead against that.</param>
internal sealed record LegTypes(string Forward, string Backward)
{
    /// <summary>Whether there is none over which a leg can lead.</summary>
    public bool AreNone => Forward.Length + Backward.Length == 0;

    /// <summary>The types that give structure.</summary>
    public static IReadOnlyList<RelationshipType> Structure { get; } =
        [RelationshipType.HeadquarteredIn, RelationshipType.MemberOf, RelationshipType.KindOf, RelationshipType.PartOf];

    /// <summary>The types that legs may have; empty for all. Structure is left out: the skeleton holds it.</summary>
    public static LegTypes Of(IReadOnlyList<RelationshipType> chosen)
    {
        var legs = Catalogue.All.Where(r => !IsStructure(r.Type) && (chosen.Count == 0 || chosen.Contains(r.Type))).ToList();
        return new(Pattern(legs.Where(r => r.Forward is not null)), Pattern(legs.Where(r => r.Backward is not null)));
    }

    /// <summary>Whether relationships of a type give structure: homes, members, kinds and parts. A skeleton holds all of these.</summary>
    public static bool IsStructure(RelationshipType type) => Structure.Contains(type);

    private static string Pattern(IEnumerable<RelationshipRule> rules) => string.Join('|', rules.Select(r => CypherNames.Type(r.Type)));
}
