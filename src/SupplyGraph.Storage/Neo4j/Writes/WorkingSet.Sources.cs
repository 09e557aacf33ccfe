using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Neo4j.Writes;

internal sealed partial class WorkingSet
{
    private readonly Dictionary<string, SourceRow> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<long, SourceRow> sourcesByN = [];
    private long lastSource;

    public IReadOnlyCollection<SourceRow> Sources => sources.Values;

    /// <summary>Takes a source; numbers of sources mean something only within this working set.</summary>
    public SourceRow AddSource(string id, SourceTotal total, bool isRead, RowState state = RowState.Stored)
    {
        if (!sources.TryGetValue(id, out var row))
        {
            var n = ++lastSource;
            sourcesByN[n] = sources[id] = row = new SourceRow
            {
                N = n,
                Id = id,
                Total = Numbered(n, total),
                State = state,
                StoredClaims = total.Claims,
            };
        }
        if (isRead && !row.IsRead) (row.Total, row.IsRead) = (Numbered(row.N, total), true);
        return row;
    }

    public SourceRow? HeldSource(string id) => sources.GetValueOrDefault(id);

    public SourceRow Source(long n) => sourcesByN[n];

    public SourceTotal? FindSource(string id) => sources.TryGetValue(id, out var row) && !row.Gone ? Numbered(row.N, row.Total) : null;

    public SourceTotal InsertSource(string id, string? url) => AddSource(id, new SourceTotal { N = 0, Url = url }, isRead: true, RowState.New).Total;

    public SourceTotal CountSource(long n)
    {
        var row = sourcesByN[n];
        var total = row.State == RowState.New
            ? new SourceTotal { N = n, Url = row.Total.Url }
            : Numbered(n, row.Elsewhere ?? throw new InvalidOperationException($"The claims that cite '{row.Id}' were not counted."));
        foreach (var claim in row.Claims)
            if (!claim.Gone) total.Count(claim.Claim);
        return total;
    }

    public void UpdateSource(SourceTotal total)
    {
        var row = sourcesByN[total.N];
        row.Total = total;
        row.Change();
    }

    public void DeleteSource(long n) => sourcesByN[n].State = RowState.Removed;

    private static SourceTotal Numbered(long n, SourceTotal total) =>
        new() { N = n, Url = total.Url, Publisher = total.Publisher, Title = total.Title, Date = total.Date, Claims = total.Claims };
}
