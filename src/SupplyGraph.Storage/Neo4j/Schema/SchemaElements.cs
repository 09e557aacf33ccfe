using SupplyGraph.Model;

namespace SupplyGraph.Storage.Neo4j.Schema;

/// <summary>
/// The constraints and indexes that our statements use. Each is looked for at every opening and made where it is missing: to add one needs no migration.
/// </summary>
internal static class SchemaElements
{
    /// <summary>Makes the graph's node one of its kind: it must stand before the node is made.</summary>
    public static SchemaElement OneGraph { get; } = SchemaElement.Unique("graph_key", "SupplyGraph", "key");

    public static IReadOnlyList<SchemaElement> All { get; } =
    [
        OneGraph,
        SchemaElement.Unique("entity_id", CypherNames.Entity, "id"),
        SchemaElement.Unique("claim_id", "Claim", "id"),
        SchemaElement.Unique("source_id", "Source", "id"),
        SchemaElement.Unique("import_id", "SupplyGraphImport", "id"),
        SchemaElement.Unique("version", "SupplyGraphVersion", "version"),
        SchemaElement.Unique("lane", "SupplyGraphLane", "id"),
        SchemaElement.Nodes("entity_n", CypherNames.Entity, "n"),
        SchemaElement.Nodes("entity_name", CypherNames.Entity, "kind", "nameKey"),
        // A listing of one kind in the order of ids, page by page, however many entities of other kinds there are.
        SchemaElement.Nodes("entity_kind", CypherNames.Entity, "kind", "id"),
        SchemaElement.Nodes("entity_country", CypherNames.Entity, "country"),
        SchemaElement.Nodes("entity_import", CypherNames.Entity, "import"),
        SchemaElement.Nodes("claim_n", "Claim", "n"),
        SchemaElement.Nodes("claim_relationship", "Claim", "relationship"),
        // What a publisher speaks of, in the order of relationship ids; and whether it speaks of one.
        SchemaElement.Nodes("claim_publisher", "Claim", "publisherKey", "relationship"),
        SchemaElement.Nodes("claim_unit", "Claim", "unit"),
        SchemaElement.Nodes("source_publisher", "Source", "publisherKey"),
        SchemaElement.Nodes("changes_first", "SupplyGraphChanges", "first"),
        SchemaElement.Nodes("changes_version", "SupplyGraphChanges", "version"),
        SchemaElement.Nodes("past", "SupplyGraphPast", "what", "key"),
        SchemaElement.Nodes("past_until", "SupplyGraphPast", "until"),
        SchemaElement.Nodes("version_at", "SupplyGraphVersion", "at"),
        .. Enum.GetValues<RelationshipType>().Select(type => SchemaElement.Relationships($"{Term.Of(type)}_id", CypherNames.Type(type), "id")),
        .. CypherNames.TypesWithComponent.Select(type =>
            SchemaElement.Relationships($"{Term.Of(type)}_component", CypherNames.Type(type), "component", "id")),
        SchemaElement.FullText("names", CypherNames.Entity, "name", "aliases"),
    ];
}
