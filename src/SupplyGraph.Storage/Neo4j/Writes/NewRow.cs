using SupplyGraph.Storage.Neo4j.Reads;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// A new relationship, a new claim, or both, as a list: source, ends, then the properties of each in a fixed order. Named one by one in the statement they
/// are stored together with their node, and their names do not travel with every row.
/// </summary>
internal static class NewRow
{
    private const int EndsAndSource = 3;

    private static readonly string[] OfRelationship =
    [
        "id", "component", "role", "status", "confidence", "validFrom", "validTo", "begins", "countsUntil", "amount", "amountText", "unit", "claims",
        "disputed", "disputes", "n", "since",
    ];

    private static readonly string[] OfClaim =
    [
        "id", "relationship", "type", "component", "role", "status", "validFrom", "validTo", "amount", "amountText", "unit", "statement", "title", "publisher",
        "publisherKey", "url", "sourceDate", "confidence", "n", "import", "since",
    ];

    /// <summary>Finds the ends of a row <c>x</c>.</summary>
    public const string Ends = "MATCH (a:Entity {id: x[1]}) MATCH (b:Entity {id: x[2]})";

    /// <summary>Finds its source.</summary>
    public const string Source = "MATCH (s:Source {id: x[0]})";

    /// <summary>The properties of its relationship.</summary>
    public static string Relationship { get; } = Literal(OfRelationship, EndsAndSource);

    /// <summary>Makes its claim.</summary>
    public static string Claim { get; } =
        $"CREATE (a)<-[:FROM]-(c:Claim {Literal(OfClaim, EndsAndSource + OfRelationship.Length)})-[:TO]->(b), (c)-[:CITES]->(s)";

    /// <summary>The list.</summary>
    /// <param name="claim">Null for a relationship alone; one of a stored relationship leaves that one's places unused.</param>
    public static object?[] Of(RelationshipRow relationship, ClaimRow? claim, long version)
    {
        var row = new object?[EndsAndSource + OfRelationship.Length + (claim is null ? 0 : OfClaim.Length)];
        var key = relationship.Relationship.Key;
        (row[0], row[1], row[2]) = (claim?.Source.Id, key.From, key.To);
        if (relationship.State == RowState.New)
            Fill(row, EndsAndSource, OfRelationship, RelationshipMap.Properties(relationship.Relationship), relationship, version);
        if (claim is null) return row;
        var properties = ClaimMap.Properties(claim.Claim, claim.Id, relationship.Id);
        properties["import"] = claim.Import?.Id;
        Fill(row, EndsAndSource + OfRelationship.Length, OfClaim, properties, claim, version);
        return row;
    }

    private static void Fill(object?[] row, int at, string[] names, Dictionary<string, object?> properties, WorkingRow stamped, long version)
    {
        (properties["n"], properties["since"]) = (stamped.N, version);
        // A property that is added to a map and forgotten here would be lost in silence.
        var placed = 0;
        foreach (var name in names)
        {
            if (properties.TryGetValue(name, out row[at])) placed++;
            at++;
        }
        if (placed != properties.Count)
            throw new InvalidOperationException($"Not every property has its place: {string.Join(", ", properties.Keys.Except(names))}.");
    }

    private static string Literal(string[] names, int at) => $"{{{string.Join(", ", names.Select((name, i) => $"{name}: x[{at + i}]"))}}}";
}
