using SupplyGraph.Model;

namespace SupplyGraph.Storage.Changes;

/// <summary>
/// What the rules of a commit ask of a store, and what they have it write. The rules stand once, in this folder; a store supplies its rows. All members speak
/// of one transaction: what was written is found again.
/// Rows are known by numbers: those of entities, relationships and claims are handed out by <see cref="RowNumbers"/>, those of sources and imports by the
/// store.
/// </summary>
internal interface IGraphRows : IEntityRows, IRelationshipRows, IClaimRows, ISourceRows, IImportRows
{
    /// <summary>The number that a new row took last; numbers are never used twice.</summary>
    long Last(ChangedThing what);

    /// <summary>The place of the feed's last change; 0 for none.</summary>
    long LastChange { get; }

    /// <summary>Keeps the id of what is no more: the feed names it by its number for ever.</summary>
    void Bury(ChangedThing what, long n, string id);

    /// <summary>Writes the version with its changes, whose places in the feed follow each other.</summary>
    void Tell(long version, DateTimeOffset at, IReadOnlyList<ChangeRun> changes);

    /// <summary>Told after each set of a load, so that a large one can be written in another way.</summary>
    /// <param name="relationshipsCreated">By the load so far.</param>
    void Grown(int relationshipsCreated, CancellationToken cancel);

    /// <summary>Told before the feed is written: everything else is.</summary>
    void Finish(CancellationToken cancel);

    /// <summary>Lets go of what is held in memory, after the commit; whether that is much.</summary>
    bool Release();
}

/// <summary>The rows of entities.</summary>
internal interface IEntityRows
{
    KnownEntity? FindEntity(string id);

    StoredEntity? ReadEntity(string id);

    /// <summary>Why a new entity cannot have this id though the graph has none of it; null mostly.</summary>
    string? Taken(string id);

    /// <summary>All entities, where reading them at once is cheaper than finding very many one by one; or none.</summary>
    IEnumerable<KeyValuePair<string, KnownEntity>> AllEntities();

    /// <summary>The ids of the other entities of a kind whose names have this key, in ordinal order.</summary>
    IReadOnlyList<string> NamedAlike(EntityKind kind, string nameKey, string except);

    EntityUses UsesOf(long n);

    /// <param name="country">The row of its country.</param>
    /// <param name="origin">The import that brings it; null by hand.</param>
    void InsertEntity(long n, Entity entity, long? country, long? origin);

    void UpdateEntity(long n, Entity entity, long? country);

    /// <summary>Takes a company out of its country, so that it does not hold it back while both are removed.</summary>
    void LeaveCountry(long n);

    void DeleteEntity(long n);
}

/// <summary>The rows of relationships.</summary>
internal interface IRelationshipRows
{
    StoredRelationship? FindRelationship(string id);

    /// <summary>The relationships of the types kind_of and part_of that have a claim.</summary>
    IEnumerable<RelationshipKey> Taxonomy();

    void InsertRelationship(long n, string id, Relationship derived, in NamedEntities named);

    void UpdateRelationship(long n, Relationship derived);

    void DeleteRelationship(long n);
}

/// <summary>The rows of claims.</summary>
internal interface IClaimRows
{
    CitedClaim? FindClaim(string id);

    IEnumerable<StoredClaim> ClaimsOf(long relationship);

    /// <param name="id">Bytes of <see cref="ClaimIdentity.Size"/>.</param>
    /// <param name="origin">The import that brings it; null by hand.</param>
    void InsertClaim(long n, ReadOnlySpan<byte> id, long relationship, long source, Claim claim, long? origin);

    /// <summary>Writes what a claim may take anew: confidence, publisher, title.</summary>
    void UpdateClaim(long n, Claim claim);

    void DeleteClaim(long n);
}

/// <summary>The rows of sources.</summary>
internal interface ISourceRows
{
    SourceTotal? FindSource(string id);

    /// <summary>A new source, nothing counted yet.</summary>
    SourceTotal InsertSource(string id, string? url);

    /// <summary>Counts the claims that cite it now.</summary>
    SourceTotal CountSource(long n);

    void UpdateSource(SourceTotal total);

    void DeleteSource(long n);
}

/// <summary>The rows of imports, and which claims and entities are theirs.</summary>
internal interface IImportRows
{
    long? FindImport(string import);

    long InsertImport(string import);

    /// <summary>Notes that an import states a claim which was there already; <see cref="Imports.ByHand"/> for by hand.</summary>
    void Restate(long claim, long import);

    /// <summary>Forgets what an import restated; how many claims that were.</summary>
    int ForgetRestatements(long import);

    /// <summary>The claims that an import brought, in the order of their numbers, after one of them.</summary>
    IReadOnlyList<ImportedClaim> ClaimsOfImport(long import, long after, int most);

    /// <summary>From now on a claim is that of another import which restated it; null for by hand.</summary>
    void HandOver(long claim, long? import);

    /// <summary>The entities that an import created: companies first, since they hold their countries back.</summary>
    IReadOnlyList<(long N, string Id)> EntitiesOfImport(long import);

    /// <summary>Notes that claims of the import lie between these numbers, besides those known.</summary>
    void WidenImport(long import, long firstClaim, long lastClaim);

    void ReportImport(long import, string report);
}
