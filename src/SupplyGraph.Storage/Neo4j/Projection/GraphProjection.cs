using SupplyGraph.Model;
using SupplyGraph.Storage.Neo4j.Frontier;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Storage.Neo4j.Writes;

namespace SupplyGraph.Storage.Neo4j.Projection;

/// <summary>
/// Makes the first view: from the copy of an earlier one where there is one of this graph, else from the database, of which it leaves a copy. Either is brought
/// to the newest version by the change feed. A graph with too many relationships for memory is taken as a skeleton.
/// </summary>
/// <param name="identity">Of the graph.</param>
internal sealed class GraphProjection(ICypherTransport transport, ChangeFollowing changes, Neo4jStoreOptions options, string identity)
{
    private const string CommitOf = "MATCH (v:SupplyGraphVersion {version: $version}) RETURN coalesce(v.commit, '')";

    /// <summary>The view of the newest version.</summary>
    /// <exception cref="GraphUnavailableException">The database cannot be reached.</exception>
    public async Task<GraphView> ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            var (state, _) = await new ConcernedRows(forLoad: false).ReadAsync(transport, cancel);
            var isWhole = state.Relationships <= options.MaxProjectedRelationships;
            if (await ReadCopyAsync(isWhole, cancel) is { } copied && await changes.FollowAsync(copied, state.Version, cancel) is { } current) return current;
            // Pages are read while others commit: the feed mends what they met half. A graph that changes faster than it can be followed is read again.
            if (await changes.FollowAsync(await ReadPagesAsync(state, isWhole, cancel), state.Version, cancel) is { } made) return made;
        }
    }

    private async Task<GraphView> ReadPagesAsync(GraphState state, bool isWhole, CancellationToken cancel)
    {
        IReadOnlyList<RelationshipType> types = isWhole ? [] : LegTypes.Structure;
        var gathering = new GraphGathering(isWhole ? state.Relationships : 0, state.LastEntity);
        var pages = new GraphPages(transport, state.Version, state.LastEntity, options.LongStatementTimeout);
        using var copy = await BeginCopyAsync(state, isWhole, cancel);
        await pages.ReadEntitiesAsync(
            row =>
            {
                gathering.Add(row);
                copy?.Add(row);
            },
            cancel);
        gathering.SettleCountries();
        await pages.ReadRelationshipsAsync(
            types, gathering.NumberOf,
            row =>
            {
                gathering.Add(row);
                copy?.Add(row);
            },
            cancel);
        copy?.Finish();
        return isWhole ? gathering.ToView(state.Version) : gathering.ToSkeleton(state.Version);
    }

    // A folder that cannot be written to costs the next start some time, and nobody else anything.
    private async Task<GraphCopyWriter?> BeginCopyAsync(GraphState state, bool isWhole, CancellationToken cancel)
    {
        if (options.CopyFolder is not { } folder || state.Version == 0) return null;
        var graph = new GraphCopy(identity, state.Version, await CommitOfAsync(state.Version, cancel), isWhole, state.LastEntity, state.Relationships);
        try
        {
            return new GraphCopyWriter(GraphCopy.PathOf(folder, identity, isWhole), graph);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<GraphView?> ReadCopyAsync(bool isWhole, CancellationToken cancel)
    {
        if (options.CopyFolder is not { } folder || GraphCopy.PathOf(folder, identity, isWhole) is var path && !File.Exists(path)) return null;
        try
        {
            using var copy = new GraphCopyReader(path);
            var graph = copy.Graph;
            if (graph.Identity != identity || graph.IsWhole != isWhole || await CommitOfAsync(graph.Version, cancel) != graph.Commit) return null;
            var gathering = new GraphGathering(graph.Relationships, graph.LastEntity);
            foreach (var row in copy.ReadEntities()) gathering.Add(row);
            gathering.SettleCountries();
            foreach (var row in copy.ReadRelationships()) gathering.Add(row);
            return isWhole ? gathering.ToView(graph.Version) : gathering.ToSkeleton(graph.Version);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            // Damaged, or of another program: the database has it all.
            return null;
        }
    }

    private async Task<string> CommitOfAsync(long version, CancellationToken cancel)
    {
        var statement = new CypherStatement(CommitOf) { Parameters = new Dictionary<string, object?> { ["version"] = version } };
        return await transport.RunAsync(statement, cancel) is [var row] ? row.Text(0) : "none";
    }
}
