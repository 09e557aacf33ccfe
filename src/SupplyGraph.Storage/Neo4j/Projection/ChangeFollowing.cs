using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Frontier;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Storage.Neo4j.Writes;

namespace SupplyGraph.Storage.Neo4j.Projection;

/// <summary>
/// Brings a view to the newest version by the change feed: which things changed is read first, how they are now is read under the graph's lock, so that the
/// view never shows half a commit. O(changes).
/// </summary>
internal sealed class ChangeFollowing(ICypherTransport transport)
{
    private const string Count = """
        MATCH (b:SupplyGraphChanges) WHERE b.version > $since AND b.version <= $upTo AND b.what <> 'claim' AND b.first IS NOT NULL
        RETURN coalesce(sum(b.count), 0)
        """;

    private const string Read = """
        MATCH (b:SupplyGraphChanges) WHERE b.version > $since AND b.version <= $upTo AND b.what <> 'claim' AND b.first IS NOT NULL
        RETURN b.what, b.ids
        """;

    private const string Standing = "MATCH (g:SupplyGraph {key: 'graph'}) RETURN g.version";

    /// <summary>The newest version; what it wrote may be met half, unless the reader takes the lock.</summary>
    public async Task<long> NewestAsync(CancellationToken cancel) => await transport.RunAsync(new CypherStatement(Standing), cancel) is [var row] ? row.Long(0) : 0;

    /// <summary>The view at the newest version; null where more has changed than a view can carry, and it must be read anew.</summary>
    /// <param name="newest">The newest version as far as the caller knows: one that has been met, and is not before the view's.</param>
    /// <exception cref="GraphUnavailableException">The database cannot be reached.</exception>
    public async Task<GraphView?> FollowAsync(GraphView view, long newest, CancellationToken cancel)
    {
        var (entities, relationships) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var known = view.Snapshot.Version; ;)
        {
            var room = Limits.MaxOverlay - view.Snapshot.OverlaySize - entities.Count - relationships.Count;
            if (!await ReadChangesAsync(known, newest, room, entities, relationships, cancel)) return null;
            known = newest;
            if (!view.IsWhole) relationships.RemoveWhere(id => !Skeleton.IsStructure(StoredValues.Key(id).Type));
            var rows = new ConcernedRows(forLoad: false).AskWhole(entities).AskRelationships(relationships);
            var (state, take) = await rows.ReadAsync(transport, cancel);
            // Between the feed and the lock another commit came through: what it changed is to be read too.
            if ((newest = state.Version) != known) continue;
            var working = new WorkingSet(state);
            take(working);
            var changes = Changes(working, entities, relationships);
            if (!changes.FitOn(view)) return null;
            var made = changes.ApplyTo(view, state.Version);
            return view is Skeleton skeleton ? Numbered(made, skeleton, working, entities) : made;
        }
    }

    private async Task<bool> ReadChangesAsync(
        long since, long upTo, int room, HashSet<string> entities, HashSet<string> relationships, CancellationToken cancel)
    {
        if (upTo == since) return true;
        var parameters = new Dictionary<string, object?> { ["since"] = since, ["upTo"] = upTo };
        var count = await transport.RunAsync(new CypherStatement(Count) { Parameters = parameters }, cancel);
        if (count[0].Long(0) > room) return false;
        foreach (var row in await transport.RunAsync(new CypherStatement(Read) { Parameters = parameters }, cancel))
            (row.Text(0) == Term.Of(ChangedThing.Entity) ? entities : relationships).UnionWith(row.Texts(1));
        return true;
    }

    private static ViewChanges Changes(WorkingSet working, HashSet<string> entities, HashSet<string> relationships)
    {
        var changes = new ViewChanges();
        foreach (var id in entities)
        {
            if (working.HeldEntity(id)?.Entity is { } entity) changes.Put(entity);
            else changes.Remove(id);
        }
        foreach (var id in relationships)
        {
            if (working.HeldRelationship(id) is { } held) changes.Put(held.Relationship);
            else if (RelationshipKey.TryParse(id, out var gone)) changes.Remove(gone);
        }
        return changes;
    }

    private static Skeleton Numbered(GraphView made, Skeleton before, WorkingSet working, HashSet<string> entities)
    {
        var numbers = before.Numbers;
        foreach (var id in entities)
        {
            if (before.Snapshot.TryFind(id, out var old)) numbers = numbers.Without(numbers.NumberOf(old));
            if (working.HeldEntity(id) is { } held && made.Snapshot.TryFind(id, out var node)) numbers = numbers.With(held.N, node);
        }
        return new Skeleton(made.Snapshot, made.Names, numbers);
    }
}
