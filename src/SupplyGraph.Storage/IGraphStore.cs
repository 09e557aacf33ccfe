using SupplyGraph.Graph;
using SupplyGraph.Model;
using SupplyGraph.Storage.Names;

namespace SupplyGraph.Storage;

/// <summary>
/// The graph's home: claims go in, relationships are derived, every commit is a version. Speaks the product's nouns only; an answer never depends on which
/// store gave it.
/// All members are safe to call from several threads. Reads never wait for writes.
/// </summary>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>Opens the store: creates or migrates what is missing. Call once, before anything else.</summary>
    Task OpenAsync(CancellationToken cancel);

    /// <summary>
    /// Tells this graph from every other, also from one begun anew in the same place: equal versions of different graphs say nothing of each other.
    /// </summary>
    string Identity { get; }

    /// <summary>The newest consistent view with the names that go with it. Cheap when nothing changed.</summary>
    ValueTask<GraphView> GetViewAsync(CancellationToken cancel);

    /// <summary>
    /// The part of the graph that can lie on an answer, at the version of a view; null where the graph has moved on from that version and what it was is not
    /// known any more: then a newer view is needed. Of a view that is whole it is the view's own snapshot.
    /// </summary>
    ValueTask<GraphExtent?> GetExtentAsync(GraphView view, Extent wanted, CancellationToken cancel);

    /// <summary>How many relationships of each type lead from an entity and to it; none for an entity that the view does not hold.</summary>
    ValueTask<IReadOnlyList<EntityDegree>> GetDegreesAsync(GraphView view, string entity, CancellationToken cancel);

    /// <summary>
    /// Commits all changes or none, in one version. Idempotent: what is there already is counted as unchanged, and a set that changes nothing makes no version.
    /// </summary>
    /// <exception cref="ChangesRefusedException">A change breaks a rule; every broken one is named and nothing is written.</exception>
    Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel);

    /// <summary>Begins a load, once every other commit is through. While it lasts, other commits wait.</summary>
    /// <param name="import">The import that brings the claims; null for claims by hand.</param>
    Task<IGraphLoad> BeginLoadAsync(string? import, CancellationToken cancel);

    /// <summary>The report that the commit of an import left; null where no import of that id was committed.</summary>
    Task<string?> GetImportReportAsync(string import, CancellationToken cancel);

    /// <summary>
    /// Takes an import back: removes the claims that nothing else states, and the entities that it created and nothing uses. What it changed stays changed.
    /// Null where no import of that id was committed. One version.
    /// </summary>
    Task<ImportUndone?> UndoImportAsync(string import, CancellationToken cancel);

    /// <summary>The units of amounts with the number of claims that state each.</summary>
    Task<IReadOnlyDictionary<string, long>> GetUnitsAsync(CancellationToken cancel);

    /// <summary>The entities with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, Entity>> GetEntitiesAsync(IReadOnlyCollection<string> ids, CancellationToken cancel);

    /// <summary>The relationships with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, Relationship>> GetRelationshipsAsync(IReadOnlyCollection<string> ids, CancellationToken cancel);

    /// <summary>The claims of each of these relationships, in the ordinal order of claim ids; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<Claim>>> GetClaimsOfAsync(IReadOnlyCollection<string> relationships, CancellationToken cancel);

    /// <summary>The claims with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, Claim>> GetClaimsAsync(IReadOnlyCollection<string> ids, CancellationToken cancel);

    /// <summary>The sources with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, Source>> GetSourcesAsync(IReadOnlyCollection<string> ids, CancellationToken cancel);

    /// <summary>Entities in the ordinal order of ids.</summary>
    Task<Page<Entity>> ListEntitiesAsync(EntityFilter filter, PageRequest page, CancellationToken cancel);

    /// <summary>Relationships in the ordinal order of ids.</summary>
    Task<Page<Relationship>> ListRelationshipsAsync(RelationshipFilter filter, PageRequest page, CancellationToken cancel);

    /// <summary>Claims in the order in which they were added.</summary>
    Task<Page<Claim>> ListClaimsAsync(ClaimFilter filter, PageRequest page, CancellationToken cancel);

    /// <summary>Sources in the ordinal order of ids.</summary>
    Task<Page<Source>> ListSourcesAsync(SourceFilter filter, PageRequest page, CancellationToken cancel);

    /// <summary>What changed after a version, oldest first.</summary>
    Task<Page<Change>> ListChangesAsync(long since, PageRequest page, CancellationToken cancel);

    /// <summary>Every entity of one version in the ordinal order of ids, streamed.</summary>
    IAsyncEnumerable<Entity> ExportEntitiesAsync(CancellationToken cancel);

    /// <summary>Every claim of one version in the ordinal order of relationship id, then claim id, streamed.</summary>
    IAsyncEnumerable<Claim> ExportClaimsAsync(CancellationToken cancel);

    /// <summary>How much of everything there is.</summary>
    Task<GraphStatistics> GetStatisticsAsync(CancellationToken cancel);
}

/// <summary>A snapshot and the names of its entities, of one version.</summary>
public record GraphView(Snapshot Snapshot, NameIndex Names)
{
    /// <summary>
    /// Whether the snapshot holds all relationships. One that does not holds every entity and what gives structure (headquartered_in, member_of, kind_of,
    /// part_of), and <see cref="IGraphStore.GetExtentAsync"/> has the rest.
    /// </summary>
    public virtual bool IsWhole => true;
}
