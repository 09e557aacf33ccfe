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
    }

    // A file may cite a source of its own in every row: past this many the totals are written and read again.
    private const int MostRemembered = 50_000;

    private readonly Dictionary<string, Total> byId = new(StringComparer.Ordinal);
    private readonly HashSet<long> recounts = [];
    private (string? Id, Total? Total) current;

    public int Created { get; private set; }

    public int Removed { get; private set; }

    /// <summary>Counts a new claim and gives the row of its source.</summary>
    /// <param name="id">The source's id.</param>
    public long Cite(string id, Claim claim)
    {
        // The claims of a file mostly cite one source for many rows.
        if (current.Total is not { } total || current.Id != id) current = (id, total = TotalOf(id, claim));
        total.Publisher = First(total.Publisher, claim.Publisher);
        total.Title = First(total.Title, claim.SourceTitle);
        if (claim.SourceDate is { } date && (total.Date is not { } known || date > known)) total.Date = date;
        total.Claims++;
        return total.N;
    }

    private Total TotalOf(string id, Claim claim)
    {
        if (byId.TryGetValue(id, out var total)) return total;
        if (byId.Count >= MostRemembered) WriteTotals();
        byId.Add(id, total = Find(id) ?? Insert(id, claim));
        return total;
    }

    /// <summary>Has a source counted anew at the end: a claim that cites it was removed or changed.</summary>
    public void Recount(long source) => recounts.Add(source);

    /// <summary>Writes the totals; a source that nothing cites any more goes.</summary>
    public void Settle()
    {
        WriteTotals();
        foreach (var source in recounts) CountAnew(source);
        recounts.Clear();
    }

    private void WriteTotals()
    {
        foreach (var total in byId.Values)
            if (!recounts.Contains(total.N)) Update(total);
        byId.Clear();
        current = default;
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
        else Removed += db.Execute("DELETE FROM sources WHERE n = $1", source);
    }

    private void Update(Total total) => db.Execute(
        "UPDATE sources SET publisher = $2, publisher_key = $3, title = $4, date = $5, claims = $6 WHERE n = $1",
        total.N, total.Publisher, Derivation.PublisherKey(total.Publisher, total.Url), total.Title, Columns.Pack(total.Date), total.Claims);

    private static string? First(string? a, string? b) => a is null || (b is not null && string.CompareOrdinal(b, a) < 0) ? b : a;
}
