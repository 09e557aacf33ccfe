using System.Text.Json;
using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Reads;

/// <summary>A relationship of the catalogue as the properties of one in the database, both ways.</summary>
internal static class RelationshipMap
{
    /// <summary>What <see cref="Read"/> takes, of a relationship that the statement calls <c>r</c>. The id says type, ends, component and role.</summary>
    public const string Columns = "r.id, r.status, r.confidence, r.validFrom, r.validTo, r.amountText, r.unit, r.claims, r.disputes";

    /// <summary>Reads <see cref="Columns"/> from the start of a row.</summary>
    public static Relationship Read(CypherRow row) => new(StoredValues.Key(row.Text(0)), row.Member<Status>(1), row.Double(2))
    {
        ValidFrom = row.Date(3),
        ValidTo = row.Date(4),
        Amount = row.Amount(5),
        Unit = row.TextOrNull(6),
        Claims = row.Int(7),
        Disputes = row.TextOrNull(8) is { } disputes ? JsonSerializer.Deserialize<Dispute[]>(disputes) ?? [] : [],
    };

    /// <summary>All that a relationship states, as properties; a null is no property. Its number and version are the writer's.</summary>
    public static Dictionary<string, object?> Properties(Relationship relationship)
    {
        var (key, from, to) = (relationship.Key, relationship.ValidFrom, relationship.ValidTo);
        return new()
        {
            ["id"] = key.Id,
            ["component"] = key.Component,
            ["role"] = Term.Of(key.Role),
            ["status"] = Term.Of(relationship.Status),
            ["confidence"] = relationship.Confidence,
            ["validFrom"] = from?.ToString(),
            ["validTo"] = to?.ToString(),
            ["begins"] = Begins(from),
            ["countsUntil"] = CountsUntil(key.Type, to),
            ["amount"] = (double?)relationship.Amount,
            ["amountText"] = PlainNumber.Of(relationship.Amount),
            ["unit"] = relationship.Unit,
            ["claims"] = relationship.Claims,
            ["disputed"] = relationship.Disputed,
            ["disputes"] = relationship.Disputed ? JsonSerializer.Serialize(relationship.Disputes) : null,
        };
    }

    /// <summary>The first day on which an established relationship counts, as it is stored; null where it always did.</summary>
    public static string? Begins(PartialDate? validFrom) => StoredValues.Day(validFrom?.FirstDay);

    /// <summary>The last day on which a relationship counts, as it is stored; null where it has no end.</summary>
    public static string? CountsUntil(RelationshipType type, PartialDate? validTo) => StoredValues.Day(Validity.CountsUntil(type, validTo));
}
