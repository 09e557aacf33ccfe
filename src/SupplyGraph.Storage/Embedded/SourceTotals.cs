using SupplyGraph.Model;

namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// Keeps each source's totals over the claims that cite it: new claims are added to what is known, so that a source with millions of claims costs no scan;
/// only removed or changed claims make it be counted anew.
/// </summary>
internal sealed class SourceTotals(Session db)
{
    private sealed class Total
    {
        public required long N { get; init; }
        public required string? Url { get; init; }
        public string? Publisher { get; set; }
        public string? Title { get; set; }
        public PartialDate? Date { get; set; }
        public long Claims { get; set; }
        public bool Dirty { get; set; }
    }

    private readonly Dictionary<string, Total> byId = new(StringComparer.Ordinal);
    private readonly HashSet<long> recounts = [];

    public int Created { get; private set; }

    /// <summary>Counts a new claim and gives the row of its source.</summary>
    public long Cite(Claim claim)
    {
        var id = claim.SourceId;
        if (!byId.TryGetValue(id, out var total)) byId.Add(id, total = Find(id) ?? Insert(id, claim));
        total.Publisher = First(total.Publisher, claim.Publisher);
        total.Title = First(total.Title, claim.SourceTitle);
        if (claim.SourceDate is { } date && (total.Date is not { } latest || date > latest)) total.Date = date;
        total.Claims++;
        total.Dirty = true;
        return total.N;
    }

    /// <summary>Has a source counted anew at the end: a claim that cites it was removed or changed.</summary>
    public void Recount(long source) => recounts.Add(source);

    /// <summary>Writes the totals; a source that nothing cites any more goes.</summary>
    public void Settle()
    {
        foreach (var total in byId.Values)
            if (total.Dirty && !recounts.Contains(total.N)) Update(total);
        foreach (var source in recounts) CountAnew(source);
    }

    private Total? Find(string id) => db.First(Rows.Source + " WHERE s.id = $1", row =>
    {
        var source = Rows.ReadSource(row);
        return new Total
        {
            N = row.GetInt64(0),
            Url = source.Url,
            Publisher = source.Publisher,
            Title = source.Title,
            Date = source.Date,
            Claims = source.Claims
        };
    }, Columns.PackHex(id));

    private Total Insert(string id, Claim claim)
    {
        Created++;
        var n = db.Number("INSERT INTO sources (id, url, publisher_key, claims) VALUES ($1, $2, '', 0) RETURNING n", Columns.PackHex(id),
            claim.SourceUrl)!.Value;
        return new Total { N = n, Url = claim.SourceUrl };
    }

    private void CountAnew(long source)
    {
        var total = db.First("""
            SELECT s.url, MIN(NULLIF(p.name, '')), MIN(t.title), MAX(c.source_date), COUNT(*)
            FROM claims c JOIN sources s ON s.n = c.source_n JOIN publishers p ON p.n = c.publisher_n LEFT JOIN titles t ON t.n = c.title_n
            WHERE c.source_n = $1
            """,
            row => new Total { N = source, Url = row.Text(0), Publisher = row.Text(1), Title = row.Text(2), Date = row.Date(3), Claims = row.GetInt64(4) },
                source);
        if (total is { Claims: > 0 }) Update(total);
        else db.Execute("DELETE FROM sources WHERE n = $1", source);
    }

    private void Update(Total total) => db.Execute(
        "UPDATE sources SET publisher = $2, publisher_key = $3, title = $4, date = $5, claims = $6 WHERE n = $1",
        total.N, total.Publisher, Derivation.PublisherKey(total.Publisher, total.Url), total.Title, Columns.Pack(total.Date), total.Claims);

    private static string? First(string? a, string? b) => a is null || (b is not null && string.CompareOrdinal(b, a) < 0) ? b : a;
}
