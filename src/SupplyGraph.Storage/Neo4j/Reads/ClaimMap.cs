using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Schema;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>A claim as the properties of its node, both ways.</summary>
internal static class ClaimMap
{
    /// <summary>What <see cref="Read"/> takes, of a node that the statement calls <c>c</c>.</summary>
    public const string Columns = "c.id, c.relationship, c.status, c.validFrom, c.validTo, c.amountText, c.unit, c.statement, c.title, c.publisher, c.url, "
        + "c.sourceDate, c.confidence";

    /// <summary>How many <see cref="Columns"/> there are: what a statement adds to them comes after.</summary>
    public const int ColumnCount = 13;

    /// <summary>The id, without the hashing that <see cref="Claim.Id"/> needs.</summary>
    public static string Id(CypherRow row) => row.Text(0);

    /// <summary>The id of the claim's relationship.</summary>
    public static string Relationship(CypherRow row) => row.Text(1);

    /// <summary>Reads <see cref="Columns"/> from the start of a row.</summary>
    public static Claim Read(CypherRow row)
    {
        var key = StoredValues.Key(Relationship(row));
        return new Claim(key.Type, key.From, key.To)
        {
            Component = key.Component,
            Role = key.Role,
            Status = row.Member<Status>(2),
            ValidFrom = row.Date(3),
            ValidTo = row.Date(4),
            Amount = row.Amount(5),
            Unit = row.TextOrNull(6),
            Statement = row.TextOrNull(7),
            SourceTitle = row.TextOrNull(8),
            Publisher = row.TextOrNull(9),
            SourceUrl = row.TextOrNull(10),
            SourceDate = row.Date(11),
            Confidence = row.Double(12),
        };
    }

    /// <summary>All that a claim states, as properties; a null is no property. Number, origin and version are the writer's.</summary>
    /// <param name="claim">In the form of <see cref="Claim.Normalised"/>.</param>
    /// <param name="id">The claim's id, which its caller has mostly at hand.</param>
    /// <param name="relationship">The id of its relationship.</param>
    public static Dictionary<string, object?> Properties(Claim claim, string id, string relationship) => new()
    {
        ["id"] = id,
        ["relationship"] = relationship,
        ["type"] = Term.Of(claim.Type),
        ["component"] = claim.Component,
        ["role"] = Term.Of(claim.Role),
        ["status"] = Term.Of(claim.Status),
        ["validFrom"] = claim.ValidFrom?.ToString(),
        ["validTo"] = claim.ValidTo?.ToString(),
        ["amount"] = (double?)claim.Amount,
        ["amountText"] = PlainNumber.Of(claim.Amount),
        ["unit"] = claim.Unit,
        ["statement"] = claim.Statement,
        ["title"] = claim.SourceTitle,
        ["publisher"] = claim.Publisher,
        ["publisherKey"] = IndexedText.Of(Derivation.PublisherKey(claim)),
        ["url"] = claim.SourceUrl,
        ["sourceDate"] = claim.SourceDate?.ToString(),
        ["confidence"] = claim.Confidence,
    };
}
