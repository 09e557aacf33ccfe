using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Neo4j.Writes;

internal sealed partial class WorkingSet
{
    private const long ByHand = SupplyGraph.Storage.Changes.Imports.ByHand;

    private readonly Dictionary<string, ImportRow> imports = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ImportRow> importsByN = [];
    private readonly HashSet<(string Claim, string Import)> restated = [];
    private long lastImport = ByHand;

    public IReadOnlyCollection<ImportRow> Imports => imports.Values;

    /// <summary>Claims that an import states and another brought, new ones only; the import <c>''</c> is by hand.</summary>
    public IReadOnlyCollection<(string Claim, string Import)> Restated => restated;

    /// <summary>Gives <see cref="Restated"/> away.</summary>
    public IReadOnlyList<(string Claim, string Import)> TakeRestated()
    {
        var taken = restated.ToList();
        restated.Clear();
        return taken;
    }

    /// <summary>Claims that an import no longer restates: (claim, import).</summary>
    public List<(string Claim, string Import)> Forgotten { get; } = [];

    /// <summary>An import of this id; numbers of imports mean something only within this working set.</summary>
    /// <param name="order">Its place among imports; 0 where that is not known.</param>
    public ImportRow HeldImport(string id, long order = 0)
    {
        if (!imports.TryGetValue(id, out var row))
        {
            row = new ImportRow { N = ++lastImport, Id = id };
            importsByN[row.N] = imports[id] = row;
        }
        if (order > 0) row.Order = order;
        return row;
    }

    public long? FindImport(string import) => imports.TryGetValue(import, out var row) && row.IsRead ? row.N : null;

    /// <summary>The place of the import that the commit may bring: it brings one at most.</summary>
    public long NewImport => state.LastImport + 1;

    public long InsertImport(string import)
    {
        var row = HeldImport(import, NewImport);
        (row.State, row.IsRead) = (RowState.New, true);
        return row.N;
    }

    public void Restate(long claim, long import)
    {
        var row = claimsByN[claim];
        restated.Add((row.Id, importsByN.TryGetValue(import, out var by) ? by.Id : ""));
    }

    public int ForgetRestatements(long import)
    {
        var (id, count) = (importsByN[import].Id, 0);
        foreach (var claim in claimsByN.Values)
        {
            if (claim.Restating.RemoveAll(i => i.N == import) == 0 || claim.Gone) continue;
            Forgotten.Add((claim.Id, id));
            count++;
        }
        return count;
    }

    public IReadOnlyList<ImportedClaim> ClaimsOfImport(long import, long after, int most) =>
    [
        .. claimsByN.Values.Where(c => !c.Gone && c.N > after && c.Import?.N == import).OrderBy(c => c.N).Take(most)
            .Select(c => new ImportedClaim(c.N, c.Id, c.Relationship.Id, c.Source.N, Other(c))),
    ];

    public void HandOver(long claim, long? import)
    {
        var row = claimsByN[claim];
        row.Import = import is { } n ? importsByN[n] : null;
        var forgotten = row.Import?.Id ?? "";
        row.Restating.RemoveAll(i => i.Id == forgotten);
        Forgotten.Add((row.Id, forgotten));
        row.Change();
    }

    public IReadOnlyList<(long N, string Id)> EntitiesOfImport(long import)
    {
        var id = importsByN[import].Id;
        return [.. entities.Values.Where(e => !e.Gone && e.Import == id).OrderBy(e => e.Entity!.Country is null).ThenBy(e => e.N).Select(e => (e.N, e.Id))];
    }

    public void WidenImport(long import, long firstClaim, long lastClaim)
    {
        var row = importsByN[import];
        row.FirstClaim = Math.Min(row.FirstClaim ?? firstClaim, firstClaim);
        row.LastClaim = Math.Max(row.LastClaim ?? lastClaim, lastClaim);
        row.Change();
    }

    public void ReportImport(long import, string report)
    {
        importsByN[import].Report = report;
        importsByN[import].Change();
    }

    // By hand comes first, then who restated it first, as in the embedded store.
    private static long? Other(ClaimRow claim) => claim.Restating.Count == 0
        ? null
        : claim.Restating.Exists(i => i.Id.Length == 0) ? ByHand : claim.Restating.MinBy(i => i.Order)!.N;

    private ImportRow? ImportOf(long? n) => n is { } import ? importsByN[import] : null;
}
