using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Embedded;

internal sealed partial class SqlRows
{
    private const string InsertRelationshipSql = """
        INSERT INTO relationships (n, id, type, from_n, to_n, component_n, role, status, confidence, valid_from, valid_to, begins, counts_until, amount,
        unit, claims, disputes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        """;

    public StoredRelationship? FindRelationship(string id) => lookup.Find(id);

    public IEnumerable<RelationshipKey> Taxonomy()
    {
        foreach (var type in new[] { RelationshipType.KindOf, RelationshipType.PartOf })
        {
            var prefix = Term.Of(type) + RelationshipKey.Separator;
            var ids = db.List(
                "SELECT r.id FROM relationships r WHERE r.id >= $1 AND r.id < $2 AND EXISTS (SELECT 1 FROM claims c WHERE c.relationship_n = r.n)",
                row => row.GetString(0), prefix, Listing.After(prefix));
            foreach (var id in ids) yield return Rows.Key(id);
        }
    }

    public void InsertRelationship(long n, string id, Relationship derived, in NamedEntities named)
    {
        var key = derived.Key;
        var insert = db.Statement(InsertRelationshipSql);
        insert.Bind(1, n);
        insert.Bind(2, id);
        insert.Bind(3, (long)key.Type);
        insert.Bind(4, named.From!.Value.N);
        insert.Bind(5, named.To!.Value.N);
        insert.Bind(6, named.Component?.N);
        insert.Bind(7, (long?)key.Role);
        insert.Bind(8, (long)derived.Status);
        insert.Bind(9, Columns.PackConfidence(derived.Confidence));
        insert.Bind(10, Columns.Pack(derived.ValidFrom));
        insert.Bind(11, Columns.Pack(derived.ValidTo));
        insert.Bind(12, Begins(derived));
        insert.Bind(13, CountsUntil(derived));
        insert.Bind(14, PlainNumber.Of(derived.Amount));
        insert.Bind(15, derived.Unit);
        insert.Bind(16, derived.Claims);
        insert.Bind(17, Columns.Pack(derived.Disputes));
        insert.Run();
        lookup.Add(id, n);
    }

    public void UpdateRelationship(long n, Relationship derived) => db.Execute("""
        UPDATE relationships SET status = $2, confidence = $3, valid_from = $4, valid_to = $5, begins = $6, counts_until = $7, amount = $8, unit = $9,
        claims = $10, disputes = $11
        WHERE n = $1
        """,
        n, (long)derived.Status, Columns.PackConfidence(derived.Confidence), Columns.Pack(derived.ValidFrom), Columns.Pack(derived.ValidTo),
        Begins(derived), CountsUntil(derived), PlainNumber.Of(derived.Amount), derived.Unit, (long)derived.Claims, Columns.Pack(derived.Disputes));

    public void DeleteRelationship(long n) => db.Execute("DELETE FROM relationships WHERE n = $1", n);

    private static long? Begins(Relationship derived) => derived.ValidFrom?.FirstDay.DayNumber;

    private static long? CountsUntil(Relationship derived) => Validity.CountsUntil(derived.Key.Type, derived.ValidTo)?.DayNumber;
}
