namespace SupplyGraph.Storage;

/// <summary>
/// A load: change sets written one after the other that become visible together, as one version, or not at all. Nobody else changes the graph meanwhile;
/// readers see it as it was. What the load holds in memory does not grow with its sets but for some 12 bytes a relationship, the ids of the entities that it
/// names, and the claims of relationships that have very many.
/// Dispose without <see cref="CommitAsync"/>, and nothing happened.
/// </summary>
public interface IGraphLoad : IAsyncDisposable
{
    /// <summary>The graph as it is before the load.</summary>
    GraphView Before { get; }

    /// <summary>What the sets that are through have done; <see cref="CommitResult.Version"/> is the one that committing makes.</summary>
    CommitResult Written { get; }

    /// <summary>
    /// Writes a set that removes nothing, but for what breaks a rule: that is left out and told. The set is prepared before this returns and written in the
    /// order of the calls, so that a caller may add the next one while this one is written.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The load has ended: it was committed or disposed of.</exception>
    Task<IReadOnlyList<Refusal>> AddAsync(ChangeSet changes, CancellationToken cancel);

    /// <summary>Makes everything visible as one version; the version before, where nothing changed.</summary>
    /// <param name="report">What the import is to be remembered by, see <see cref="IGraphStore.GetImportReportAsync"/>; null for nothing.</param>
    /// <exception cref="ObjectDisposedException">The load has ended: it was committed or disposed of.</exception>
    Task<CommitResult> CommitAsync(string? report, CancellationToken cancel);
}
