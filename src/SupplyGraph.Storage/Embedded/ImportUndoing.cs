namespace SupplyGraph.Storage.Embedded;

/// <summary>Takes one import back, some thousands of claims at a time.</summary>
internal sealed class ImportUndoing(
    Session db, long import, RelationshipChanges relationships, EntityChanges entities, ChangeFeed feed, SourceTotals sources)
{
    private const long Step = 10_000;

    private readonly record struct Stated(long N, string Id, string Relationship, long Source, long? Other);

    private int claimsKept;
    private int entitiesKept;

    public ImportUndone Run(CancellationToken cancel)
    {
        RemoveClaims(cancel);
        claimsKept += db.Execute("DELETE FROM restatements WHERE import_n = $1", import);
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
        List<Stated> some;
        for (var after = 0L; (some = Next(after)).Count > 0; after = some[^1].N)
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

    private List<Stated> Next(long after) => db.List(
        """
        SELECT c.n, c.id, r.id, c.source_n, (SELECT MIN(s.import_n) FROM restatements s WHERE s.claim_n = c.n)
        FROM claims c JOIN relationships r ON r.n = c.relationship_n
        WHERE c.n > $2 AND c.n BETWEEN (SELECT first_claim_n FROM imports WHERE n = $1) AND (SELECT last_claim_n FROM imports WHERE n = $1)
        AND c.import_n = $1
        ORDER BY c.n LIMIT $3
        """,
        row => new Stated(row.GetInt64(0), row.Hex(1), row.GetString(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetInt64(4)), import, after, Step);

    // Something else states the claim: from now on it is that one's.
    private void HandOver(long claim, long other)
    {
        db.Execute("UPDATE claims SET import_n = $2 WHERE n = $1", claim, other == Imports.ByHand ? null : other);
        db.Execute("DELETE FROM restatements WHERE claim_n = $1 AND import_n = $2", claim, other);
        Imports.Widen(db, other, claim, claim);
        claimsKept++;
    }

    private void RemoveEntities(CancellationToken cancel)
    {
        // Companies first: they hold their countries back.
        var made = db.List("SELECT n, id FROM entities WHERE import_n = $1 ORDER BY country_n IS NULL, n", row => (N: row.GetInt64(0), Id: row.GetString(1)),
            import);
        foreach (var (n, id) in made)
        {
            cancel.ThrowIfCancellationRequested();
            if (!entities.RemoveUnused(n, id)) entitiesKept++;
        }
    }
}
