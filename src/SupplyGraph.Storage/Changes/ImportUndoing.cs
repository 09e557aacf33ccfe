namespace SupplyGraph.Storage.Changes;

/// <summary>Takes one import back, some thousands of claims at a time.</summary>
internal sealed class ImportUndoing(
    IGraphRows rows, long import, RelationshipChanges relationships, EntityChanges entities, ChangeFeed feed, SourceTotals sources)
{
    private const int Step = 10_000;

    private int claimsKept;
    private int entitiesKept;

    public ImportUndone Run(CancellationToken cancel)
    {
        RemoveClaims(cancel);
        claimsKept += rows.ForgetRestatements(import);
        RemoveEntities(cancel);
        sources.Settle();
        return new ImportUndone(feed.Version)
        {
            ClaimsRemoved = relationships.ClaimsRemoved,
            ClaimsKept = claimsKept,
            RelationshipsRemoved = relationships.Removed,
            EntitiesRemoved = entities.Removed,
            EntitiesKept = entitiesKept,
            SourcesRemoved = sources.Removed,
        };
    }

    private void RemoveClaims(CancellationToken cancel)
    {
        IReadOnlyList<ImportedClaim> some;
        for (var after = 0L; (some = rows.ClaimsOfImport(import, after, Step)).Count > 0; after = some[^1].N)
        {
            cancel.ThrowIfCancellationRequested();
            var touched = new HashSet<string>(StringComparer.Ordinal);
            foreach (var claim in some)
            {
                if (claim.Other is { } other)
                {
                    HandOver(claim.N, other);
                    continue;
                }
                relationships.RemoveClaim(claim.N, claim.Id, claim.Source);
                touched.Add(claim.Relationship);
            }
            foreach (var relationship in touched) relationships.Settle(relationship);
        }
    }

    // Something else states the claim: from now on it is that one's.
    private void HandOver(long claim, long other)
    {
        rows.HandOver(claim, other == Imports.ByHand ? null : other);
        if (other != Imports.ByHand) rows.WidenImport(other, claim, claim);
        claimsKept++;
    }

    private void RemoveEntities(CancellationToken cancel)
    {
        foreach (var (n, id) in rows.EntitiesOfImport(import))
        {
            cancel.ThrowIfCancellationRequested();
            if (!entities.RemoveUnused(n, id)) entitiesKept++;
        }
    }
}
