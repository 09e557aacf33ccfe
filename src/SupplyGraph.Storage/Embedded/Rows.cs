using Microsoft.Data.Sqlite;
using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>The columns of each noun and how a row of them is read. The aliases that the texts use: e entities, r relationships, c claims, s sources.</summary>
internal static class Rows
{
    public const string Entity = """
        SELECT e.n, e.id, e.kind, e.name, e.aliases, h.id, e.iso2, e.iso3, e.latitude, e.longitude, e.stage, e.url
        FROM entities e LEFT JOIN entities h ON h.n = e.country_n
        """;

    public static Entity ReadEntity(SqliteDataReader row) => new(row.GetString(1), (EntityKind)row.GetInt32(2), row.GetString(3))
    {
        Aliases = row.Texts(4),
        Country = row.Text(5),
        Iso2 = row.Text(6),
        Iso3 = row.Text(7),
        Latitude = row.Degrees(8),
        Longitude = row.Degrees(9),
        Stage = row.Member<Stage>(10),
        Url = row.Text(11),
    };

    public const string Relationship = """
        SELECT r.n, r.id, r.status, r.confidence, r.valid_from, r.valid_to, r.amount, r.unit, r.claims, r.disputes
        FROM relationships r
        """;

    public static Relationship ReadRelationship(SqliteDataReader row)
    {
        var key = Key(row.GetString(1));
        return new Relationship(key, (Status)row.GetInt32(2), row.Confidence(3))
        {
            ValidFrom = row.Date(4),
            ValidTo = row.Date(5),
            Amount = row.Amount(6),
            Unit = row.Text(7),
            Claims = row.GetInt32(8),
            Disputes = row.Disputes(9),
        };
    }

    private const string ClaimColumns = """
        SELECT c.n, r.id, c.status, c.valid_from, c.valid_to, c.amount, c.unit, c.statement, t.title, p.name, s.url, c.source_date, c.confidence, c.source_n,
        c.id, c.import_n
        """;

    private const string ClaimTexts = """

        JOIN sources s ON s.n = c.source_n
        JOIN publishers p ON p.n = c.publisher_n
        LEFT JOIN titles t ON t.n = c.title_n
        """;

    public const string Claim = ClaimColumns + "\nFROM claims c JOIN relationships r ON r.n = c.relationship_n" + ClaimTexts;

    /// <summary>The same, relationship by relationship: the order of the joins is the order of the rows.</summary>
    public const string ClaimByRelationship = ClaimColumns + "\nFROM relationships r CROSS JOIN claims c ON c.relationship_n = r.n" + ClaimTexts;

    public static Claim ReadClaim(SqliteDataReader row)
    {
        var key = Key(row.GetString(1));
        return new Claim(key.Type, key.From, key.To)
        {
            Component = key.Component,
            Role = key.Role,
            Status = (Status)row.GetInt32(2),
            ValidFrom = row.Date(3),
            ValidTo = row.Date(4),
            Amount = row.Amount(5),
            Unit = row.Text(6),
            Statement = row.Text(7),
            SourceTitle = row.Text(8),
            Publisher = row.GetString(9) is { Length: > 0 } publisher ? publisher : null,
            SourceUrl = row.Text(10),
            SourceDate = row.Date(11),
            Confidence = row.GetDouble(12),
        };
    }

    /// <summary>The key that a stored relationship id stands for.</summary>
    public static RelationshipKey Key(string id) =>
        RelationshipKey.TryParse(id, out var key) ? key : throw new InvalidDataException($"'{id}' is no relationship id: the file is damaged.");

    public const string Source = "SELECT s.n, s.id, s.url, s.publisher, s.title, s.date, s.claims FROM sources s";

    public static Source ReadSource(SqliteDataReader row) => new(row.Hex(1), row.Text(2), row.Text(3), row.Text(4), row.Date(5), row.GetInt32(6));
}
