using Microsoft.Data.Sqlite;
using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Embedded;

internal sealed partial class SqlRows
{
    public SourceTotal? FindSource(string id) => db.First(
        "SELECT s.n, s.url, s.publisher, s.title, s.date, s.claims FROM sources s WHERE s.id = $1", ReadTotal, Columns.PackHex(id));

    public SourceTotal InsertSource(string id, string? url)
    {
        var n = db.Number("INSERT INTO sources (id, url, publisher_key, claims) VALUES ($1, $2, '', 0) RETURNING n", Columns.PackHex(id), url)!.Value;
        return new SourceTotal { N = n, Url = url };
    }

    public SourceTotal CountSource(long n) => db.First("""
        SELECT $1, s.url, MIN(NULLIF(p.name, '')), MIN(t.title), MAX(c.source_date), COUNT(*)
        FROM claims c JOIN sources s ON s.n = c.source_n JOIN publishers p ON p.n = c.publisher_n LEFT JOIN titles t ON t.n = c.title_n
        WHERE c.source_n = $1
        """, ReadTotal, n)!;

    public void UpdateSource(SourceTotal total) => db.Execute(
        "UPDATE sources SET publisher = $2, publisher_key = $3, title = $4, date = $5, claims = $6 WHERE n = $1",
        total.N, total.Publisher, Derivation.PublisherKey(total.Publisher, total.Url), total.Title, Columns.Pack(total.Date), total.Claims);

    public void DeleteSource(long n) => db.Execute("DELETE FROM sources WHERE n = $1", n);

    private static SourceTotal ReadTotal(SqliteDataReader row) => new()
    {
        N = row.GetInt64(0),
        Url = row.Text(1),
        Publisher = row.Text(2),
        Title = row.Text(3),
        Date = row.Date(4),
        Claims = row.GetInt64(5),
    };
}
