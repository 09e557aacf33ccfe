namespace SupplyGraph.Storage.Changes;

/// <summary>
/// Everything that one transaction writes, from its first change set to its version. Runs inside the writer's transaction, which the caller commits, or undoes
/// where this throws.
/// </summary>
internal sealed class Writing
{
    private readonly IGraphRows rows;
    private readonly RowNumbers numbers;
    private readonly long claimsBefore;
    private readonly ChangeFeed feed;
    private readonly SourceTotals sources;
    private readonly Imports imports;
    private readonly EntityChanges entities;
    private readonly RelationshipChanges relationships;
    private readonly ClaimChanges claims;

    /// <param name="version">The version before.</param>
    /// <param name="at">When the version comes to be.</param>
    /// <param name="import">The import that brings the changes; null for changes by hand.</param>
    public Writing(IGraphRows rows, long version, DateTimeOffset at, string? import)
    {
        this.rows = rows;
        numbers = new RowNumbers(rows);
        claimsBefore = numbers.Last(ChangedThing.Claim);
        feed = new ChangeFeed(rows, version, at);
        sources = new SourceTotals(rows);
        imports = new Imports(rows, import);
        entities = new EntityChanges(rows, numbers, feed, View, imports);
        relationships = new RelationshipChanges(rows, numbers, feed, View, sources, imports);
        claims = new ClaimChanges(rows, entities, relationships);
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
        rows.Grown(relationships.Created, cancel);
        return refusals.All;
    }

    /// <summary>Does what needs no database ahead, on the caller's thread, while another set is written.</summary>
    public void Prepare(ClaimBatch puts) => entities.FindHeld(puts);

    /// <inheritdoc cref="IGraphStore.UndoImportAsync"/>
    public ImportUndone Undo(long import, CancellationToken cancel) => new ImportUndoing(rows, import, relationships, entities, feed, sources).Run(cancel);

    /// <summary>The sources that <see cref="Close"/> counts anew, as far as it is known before.</summary>
    public IReadOnlyCollection<long> Recounts => sources.Recounts;

    /// <summary>Derives what was held back. Part of <see cref="Close"/>; before it, for a store that must know all that it will be asked.</summary>
    public void SettleCrowded() => relationships.SettleCrowded();

    /// <summary>Ends the version: totals, indexes, feed, and the import's report.</summary>
    public CommitResult Close(string? report, CancellationToken cancel)
    {
        relationships.SettleCrowded();
        sources.Settle();
        imports.Widen(claimsBefore + 1, numbers.Last(ChangedThing.Claim));
        rows.Finish(cancel);
        feed.Close();
        if (report is not null) imports.Report(report);
        return Result;
    }

    /// <summary>Lets go of what was held for the writing, before the view is built, which needs memory of its own.</summary>
    public void Release()
    {
        entities.Release();
        if (!rows.Release()) return;
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
