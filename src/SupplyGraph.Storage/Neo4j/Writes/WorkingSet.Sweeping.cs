using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Neo4j.Writes;

internal sealed partial class WorkingSet
{
    /// <summary>
    /// Forgets relationships, with their claims, that stand in the database as they stand here: what a load has written it need not hold. Crowded ones stay,
    /// since the rules hold them too.
    /// </summary>
    /// <param name="finished">Batches that are through: what they wrote would be read again.</param>
    public void Forget(int finished)
    {
        foreach (var row in relationships.Values.Where(r => CanGo(r, finished)).ToList())
        {
            relationships.Remove(row.Id);
            relationshipsByN.Remove(row.N);
            foreach (var claim in row.Claims)
            {
                claims.Remove(claim.Id);
                claimsByN.Remove(claim.N);
                claim.Source.Claims.Remove(claim);
            }
        }
    }

    private static bool CanGo(RelationshipRow row, int finished) => IsAsStored(row, finished) && row.Relationship.Claims < RelationshipChanges.Crowd
        && row.Claims.TrueForAll(claim => IsAsStored(claim, finished));

    private static bool IsAsStored(WorkingRow row, int finished) => row.State == RowState.Stored && row.Batch <= finished;
}
