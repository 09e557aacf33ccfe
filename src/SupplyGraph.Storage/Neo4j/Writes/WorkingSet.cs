using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// What of the graph a commit concerns, in memory: read from the database before the rules run (see <see cref="ConcernedRows"/>), changed by them, and written
/// back by one statement. Whatever the rules look for must have been read; what was not is not there.
/// </summary>
/// <param name="state">The graph as it was when reading began.</param>
internal sealed partial class WorkingSet(GraphState state) : IGraphRows
{
    private readonly Dictionary<(ChangedThing, long), string> buried = [];
    private readonly Dictionary<(ChangedThing, long), string> changed = [];

    public GraphState State => state;

    /// <summary>Entities and claims that the rules made since they were staged last.</summary>
    public int NewRows { get; set; }

    /// <summary>The version that the commit makes; null while it changes nothing.</summary>
    public long? Version { get; private set; }

    /// <summary>When it comes to be.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The changes of the version, in the order of the feed.</summary>
    public IReadOnlyList<ChangeRun> FeedRuns { get; private set; } = [];

    public long LastChange => state.LastChange;

    public long Last(ChangedThing what) => what switch
    {
        ChangedThing.Entity => state.LastEntity,
        ChangedThing.Relationship => state.LastRelationship,
        _ => state.LastClaim,
    };

    public void Bury(ChangedThing what, long n, string id) => buried[(what, n)] = id;

    public void Tell(long version, DateTimeOffset at, IReadOnlyList<ChangeRun> changes) => (Version, At, FeedRuns) = (version, at, changes);

    public void Grown(int relationshipsCreated, CancellationToken cancel)
    {
        // Neo4j writes a large load as it writes a small one.
    }

    public void Finish(CancellationToken cancel)
    {
        // Nothing was set aside.
    }

    public bool Release() => false;

    /// <summary>The id of something that was changed or removed.</summary>
    public string IdOf(ChangedThing what, ChangeAction action, long n) => (action == ChangeAction.Removed ? buried : changed)[(what, n)];
}
