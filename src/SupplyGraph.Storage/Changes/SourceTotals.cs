using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>
/// Keeps each source's totals over the claims that cite it: new claims are added to what is known, so that a source with millions of claims costs no scan;
/// only removed or changed claims make it be counted anew.
/// </summary>
internal sealed class SourceTotals(ISourceRows rows)
{
    // A file may cite a source of its own in every row: past this many the totals are written and read again.
    private const int MostRemembered = 50_000;

    private readonly Dictionary<string, SourceTotal> byId = new(StringComparer.Ordinal);
    private readonly HashSet<long> recounts = [];
    private (string? Id, SourceTotal? Total) current;

    public int Created { get; private set; }

    public int Removed { get; private set; }

    /// <summary>The sources that are to be counted anew at the end.</summary>
    public IReadOnlyCollection<long> Recounts => recounts;

    /// <summary>Counts a new claim and gives the row of its source.</summary>
    /// <param name="id">The source's id.</param>
    public long Cite(string id, Claim claim)
    {
        // The claims of a file mostly cite one source for many rows.
        if (current.Total is not { } total || current.Id != id) current = (id, total = TotalOf(id, claim));
        total.Count(claim);
        return total.N;
    }

    private SourceTotal TotalOf(string id, Claim claim)
    {
        if (byId.TryGetValue(id, out var total)) return total;
        if (byId.Count >= MostRemembered) WriteTotals();
        byId.Add(id, total = rows.FindSource(id) ?? Insert(id, claim));
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
            if (!recounts.Contains(total.N)) rows.UpdateSource(total);
        byId.Clear();
        current = default;
    }

    private SourceTotal Insert(string id, Claim claim)
    {
        Created++;
        return rows.InsertSource(id, claim.SourceUrl);
    }

    private void CountAnew(long source)
    {
        if (rows.CountSource(source) is { Claims: > 0 } total)
        {
            rows.UpdateSource(total);
            return;
        }
        rows.DeleteSource(source);
        Removed++;
    }
}
