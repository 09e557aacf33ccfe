namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// Everything that one transaction writes, from its first change set to its version. Runs inside the writer's transaction, which the caller commits, or undoes
/// where this throws.
/// </summary>
internal sealed class Writing
{
    // Below this, keeping the scattered indexes up costs less than building them anew.
    private const int FewRelationships = 20_000;

    private readonly Session db;
    private readonly RowNumbers numbers;
    private readonly long claimsBefore;
    private readonly ChangeFeed feed;
    private readonly SourceTotals sources;
    private readonly Imports imports;
    private readonly EntityChanges entities;
    private readonly RelationshipLookup lookup;
    private readonly RelationshipChanges relationships;
    private readonly ClaimChanges claims;
    private readonly SetAsideIndexes setAside;
    private readonly long stored;

    /// <param name="version">The version before.</param>
    /// <param name="at">When the version comes to be.</param>
    /// <param name="import">The import that brings the changes; null for changes by hand.</param>
    public Writing(Session db, long version, DateTimeOffset at, string? import)
    {
        this.db = db;
        numbers = new RowNumbers(db);
        claimsBefore = numbers.Last(ChangedThing.Claim);
        stored = numbers.Last(ChangedThing.Relationship);
        feed = new ChangeFeed(db, version, at);
        sources = new SourceTotals(db);
        imports = new Imports(db, import);
        lookup = new RelationshipLookup(db);
        setAside = new SetAsideIndexes(db);
        entities = new EntityChanges(db, numbers, feed, View, imports);
        relationships = new RelationshipChanges(db, numbers, feed, View, sources, imports, lookup);
        claims = new ClaimChanges(db, entities, relationships);
    }

    public ViewChanges View { get; } = new();

    /// <summary>Writes a set whole.</summary>
    /// <exception cref="ChangesRefusedException">A change breaks a rule.</exception>
    public void Write(ChangeSet set, ClaimBatch puts, CancellationToken cancel)
    {
        var refusals = new Refusals();
        puts.Chain(_ => false);
        claims.Remove(set.RemovedClaims, puts, refusals);
        entities.Remove(set.RemovedEntities, refusals);
        entities.Put(set.Entities, refusals, cancel);
        claims.Check(puts, refusals, cancel);
        refusals.ThrowIfAny();
        claims.Put(puts, cancel);
    }

    /// <summary>Writes what is good of a set that removes nothing, and gives the rest back.</summary>
    /// <param name="puts">The set's claims, perhaps after <see cref="Prepare"/>.</param>
    public IReadOnlyList<Refusal> WriteGood(ChangeSet set, ClaimBatch puts, CancellationToken cancel)
    {
        var refusals = new Refusals();
        entities.Put(set.Entities, refusals, cancel);
        claims.Check(puts, refusals, cancel);
        ClaimChanges.RefuseOrphans(puts, refusals);
        puts.Chain(refusals.IsClaimRefused);
        claims.Put(puts, cancel);
        if (!setAside.Any && relationships.Created > Math.Max(FewRelationships, stored / 2))
        {
            lookup.HoldAll(cancel);
            setAside.Drop();
        }
        return refusals.All;
    }

    /// <summary>Does what needs no database ahead, on the caller's thread, while another set is written.</summary>
    public void Prepare(ClaimBatch puts) => entities.FindHeld(puts);

    /// <inheritdoc cref="IGraphStore.UndoImportAsync"/>
    public ImportUndone Undo(long import, CancellationToken cancel) => new ImportUndoing(db, import, relationships, entities, feed, sources).Run(cancel);

    /// <summary>Ends the version: totals, indexes, feed, and the import's report.</summary>
    public CommitResult Close(string? report, CancellationToken cancel)
    {
        relationships.SettleCrowded();
        sources.Settle();
        Imports.Widen(db, imports.N, claimsBefore + 1, numbers.Last(ChangedThing.Claim));
        setAside.Rebuild(cancel);
        feed.Close();
        if (report is not null) imports.Report(report);
        return Result;
    }

    /// <summary>Lets go of what was held for the writing, before the view is built, which needs memory of its own.</summary>
    public void Release()
    {
        entities.Release();
        if (!lookup.Release()) return;
        // All of that is old: without a word the collector would find it only when the view's arrays stand on top of it. Nobody waits for it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    /// <summary>What was written so far.</summary>
    public CommitResult Result => new(feed.Version, [])
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
    };
}
