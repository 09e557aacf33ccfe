using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Neo4j.Writes;

internal sealed partial class WorkingSet
{
    private readonly Dictionary<string, ClaimRow> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ClaimRow> claimsByN = [];

    public IReadOnlyCollection<ClaimRow> Claims => claimsByN.Values;

    public void Add(ClaimRow row)
    {
        claims[row.Id] = row;
        claimsByN[row.N] = row;
        row.Relationship.Claims.Add(row);
        row.Source.Claims.Add(row);
    }

    public bool HoldsClaim(string id) => claims.ContainsKey(id);

    public CitedClaim? FindClaim(string id) =>
        claims.TryGetValue(id, out var row) && !row.Gone ? new CitedClaim(row.N, row.Relationship.Id, row.Source.N) : null;

    public IEnumerable<StoredClaim> ClaimsOf(long relationship) => relationshipsByN[relationship].Claims.Where(c => !c.Gone)
        .Select(c => new StoredClaim(c.N, c.Id, c.Source.N, c.Import?.N, c.Claim));

    public void InsertClaim(long n, ReadOnlySpan<byte> id, long relationship, long source, Claim claim, long? origin)
    {
        Add(new ClaimRow
        {
            N = n,
            Id = Convert.ToHexStringLower(id),
            Relationship = relationshipsByN[relationship],
            Source = sourcesByN[source],
            Claim = claim,
            Import = ImportOf(origin),
            State = RowState.New,
        });
        NewRows++;
    }

    public void UpdateClaim(long n, Claim claim)
    {
        var row = claimsByN[n];
        row.Claim = claim;
        row.Change();
        changed[(ChangedThing.Claim, n)] = row.Id;
    }

    public void DeleteClaim(long n) => claimsByN[n].State = RowState.Removed;
}
