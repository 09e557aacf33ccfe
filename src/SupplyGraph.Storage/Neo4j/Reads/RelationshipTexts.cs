using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Schema;

namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>
/// The statements that read relationships. What a filter leaves open is a parameter that lets everything pass, of the same type as one that does not: the
/// database plans a text anew for other types of parameters.
/// </summary>
internal static class RelationshipTexts
{
    private const string Passes = """
        r.since <= $version AND r.status IN $statuses AND r.confidence >= $least AND r.disputed IN $disputed
            AND ($day = '' OR ((r.countsUntil IS NULL OR r.countsUntil >= $day)
                AND (r.status <> 'established' OR r.begins IS NULL OR r.begins <= $day)))
        """;

    // Asked last, of what passes all else.
    private const string SpokenOf = """

        WITH r WHERE EXISTS { MATCH (c:Claim) WHERE c.publisherKey = $publisher AND c.relationship = r.id AND c.since <= $version }
        """;

    private const string Page = $"\nRETURN {RelationshipMap.Columns} ORDER BY r.id LIMIT $limit";

    /// <summary>By ids, those of each type in a parameter of its own (<see cref="IdsOf"/>), and by what else the filter says.</summary>
    public static string ById { get; } = string.Join("\nUNION ALL\n", CypherNames.TypesInOrderOfIds.Select(type =>
        $"MATCH ()-[r:{CypherNames.Type(type)}]->() WHERE r.id IN ${IdsOf(type)} AND {Passes}\nRETURN {RelationshipMap.Columns}"));

    /// <summary>The parameter of <see cref="ById"/> for ids of a type.</summary>
    public static string IdsOf(RelationshipType type) => Term.Of(type);

    /// <summary>All of one type, in the order of ids.</summary>
    public static string OfType(RelationshipType type) => $"MATCH ()-[r:{CypherNames.Type(type)}]->() WHERE r.id > $after AND {Passes}{Page}";

    /// <summary>Those of one type that name a component, in the order of ids.</summary>
    public static string OfComponent(RelationshipType type, bool ofPublisher) => $"""
        MATCH ()-[r:{CypherNames.Type(type)}]->() WHERE r.component = $component AND r.id > $after AND {Passes}{(ofPublisher ? SpokenOf : "")}
        RETURN {RelationshipMap.Columns} ORDER BY r.component, r.id LIMIT $limit
        """;

    /// <summary>Those at an entity: from it, to it, both, or at either end of it.</summary>
    public static string AtEntity(RelationshipFilter filter, bool ofPublisher)
    {
        // A text for every set of types would be a plan for each; one type is asked for often.
        var types = CypherNames.AnyOf(filter.Types.Count == 1 ? filter.Types : []);
        var pattern = filter switch
        {
            { From: not null, To: not null } => $"(:Entity {{id: $from}})-[r:{types}]->(:Entity {{id: $to}})",
            { From: not null } => $"(:Entity {{id: $from}})-[r:{types}]->()",
            { To: not null } => $"(:Entity {{id: $to}})<-[r:{types}]-()",
            _ => $"(:Entity {{id: $entity}})-[r:{types}]-()",
        };
        return $"""
            MATCH {pattern} WHERE r.id > $after AND type(r) IN $typeNames AND ($component = '' OR r.component = $component) AND {Passes}
            {(ofPublisher ? SpokenOf : "")}{Page}
            """;
    }

    /// <summary>The ids of relationships that a publisher speaks of, in their order.</summary>
    public const string IdsOfPublisher = """
        MATCH (c:Claim)
        WHERE c.publisherKey = $publisher AND c.relationship > $after AND c.since <= $version AND c.type IN $types
        WITH DISTINCT c.publisherKey AS publisher, c.relationship AS id
        RETURN id ORDER BY publisher, id LIMIT $limit
        """;
}
