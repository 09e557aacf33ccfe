namespace SupplyGraph.Storage.Embedded;

/// <summary>One change set in one transaction. Whatever breaks a rule is collected on the way; then nothing is kept of it all.</summary>
internal static class Commit
{
    /// <summary>Writes the set; runs inside the writer's transaction, which the caller undoes where this throws.</summary>
    /// <param name="version">The version before.</param>
    /// <param name="at">When the commit happens.</param>
    /// <exception cref="ChangesRefusedException">A change breaks a rule.</exception>
    public static (CommitResult Result, ViewChanges View) Write(Session db, ChangeSet set, long version, DateTimeOffset at, CancellationToken cancel)
    {
        var refusals = new Refusals();
        var view = new ViewChanges();
        var feed = new ChangeFeed(db, version, at);
        var sources = new SourceTotals(db);
        var numbers = new RowNumbers(db);
        var entities = new EntityChanges(db, numbers, feed, refusals, view);
        var relationships = new RelationshipChanges(db, numbers, entities, feed, view, sources, new SharedTexts(db), set.Import);
        var claims = new ClaimChanges(db, entities, refusals, relationships, set.Claims);

        claims.Group();
        claims.Remove(set.RemovedClaims);
        entities.Remove(set.RemovedEntities);
        entities.Put(set.Entities, cancel);
        claims.Check(cancel);
        refusals.ThrowIfAny();
        claims.Put(cancel);
        sources.Settle();
        feed.Close();

        return (new CommitResult(feed.Version, claims.Ids)
        {
            EntitiesCreated = entities.Created,
            EntitiesChanged = entities.Changed,
            EntitiesRemoved = entities.Removed,
            ClaimsCreated = relationships.ClaimsCreated,
            ClaimsChanged = relationships.ClaimsChanged,
            ClaimsUnchanged = relationships.ClaimsUnchanged,
            ClaimsRemoved = relationships.ClaimsRemoved,
            RelationshipsCreated = relationships.Created,
            RelationshipsRemoved = relationships.Removed,
            SourcesCreated = sources.Created,
        }, view);
    }
}
