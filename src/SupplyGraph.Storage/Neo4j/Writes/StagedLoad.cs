using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Reads;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>
/// Writes a load's rows before it is committed, where no reader sees them: in batches of its own transactions, some at a time on lanes. A lane is a node that
/// each of its batches locks; who clears the load away removes the lanes first, so that no batch can come after.
/// </summary>
internal sealed class StagedLoad(ICypherTransport transport, GraphState state, string holder, string? import, TimeSpan timeout)
{
    /// <summary>Batches at a time: with fewer the server waits for us, with more they wait for each other's locks.</summary>
    private const int Lanes = 2;

    private const string OpenLanes = "UNWIND $lanes AS x MERGE (l:SupplyGraphLane {id: x}) RETURN count(*)";

    private const string CloseLanes = "MATCH (l:SupplyGraphLane) WHERE l.id IN $lanes DELETE l";

    private const string Begin = """
        MATCH (l:SupplyGraphLane {id: $lane}) SET l.batches = coalesce(l.batches, 0) + 1
        WITH l MATCH (g:SupplyGraph {key: 'graph'}) WITH g
        """;

    private readonly Dictionary<ChangedThing, List<long>> told = Enum.GetValues<ChangedThing>().ToDictionary(what => what, _ => new List<long>());
    private readonly Task[] lanes = [.. Enumerable.Repeat(Task.CompletedTask, Lanes)];
    private readonly List<Task> unfinished = [];
    private Task others = Task.CompletedTask;

    /// <summary>The graph as it was when the load began.</summary>
    public GraphState Before => state;

    /// <summary>The name under which it holds the lease.</summary>
    public string Holder => holder;

    /// <summary>The import that it serves.</summary>
    public string? Import => import;

    /// <summary>Batches handed out so far; they count from 1.</summary>
    public int Batches { get; private set; }

    private IEnumerable<string> LaneIds => Enumerable.Range(0, Lanes).Select(i => $"{holder}-{i}");

    /// <summary>The version that the load makes.</summary>
    private long Version => state.Version + 1;

    public Task OpenAsync(CancellationToken cancel) => RunAsync(OpenLanes, cancel);

    public Task CloseAsync(CancellationToken cancel) => RunAsync(CloseLanes, cancel);

    /// <summary>The number of the first thing of each staged run of the feed.</summary>
    public IReadOnlyList<long> ToldFrom(ChangedThing what) => told[what];

    /// <summary>How many of the first batches are through, all of them.</summary>
    public int Finished()
    {
        var first = unfinished.FindIndex(task => !task.IsCompletedSuccessfully);
        return first < 0 ? unfinished.Count : first;
    }

    /// <summary>Waits until every batch is through.</summary>
    /// <exception cref="GraphUnavailableException">The server cannot be reached, or the load has lost its lease.</exception>
    public Task FinishAsync() => Task.WhenAll(unfinished);

    /// <summary>Hands out the new rows of the working set; returns as soon as a lane is free. They are marked as staged.</summary>
    public async Task StageAsync(WorkingSet working, CancellationToken cancel)
    {
        EntityRow[] entities = [.. working.Entities.Where(e => e.State == RowState.New)];
        RelationshipRow[] relationships = [.. working.Relationships.Where(r => r.State == RowState.New)];
        ClaimRow[] claims = [.. working.Claims.Where(c => c.State == RowState.New)];
        SourceRow[] sources = [.. working.Sources.Where(s => s.State == RowState.New)];
        var sections = new WriteSections();
        var rows = new RowSections(sections, Version);
        rows.Create(entities);
        rows.Create(sources);
        rows.Create(relationships, claims);
        rows.Restate(working.TakeRestated(), working.NewImport);
        var feed = new FeedSections(sections, Version);
        Tell(feed, ChangedThing.Entity, entities);
        Tell(feed, ChangedThing.Relationship, relationships);
        Tell(feed, ChangedThing.Claim, claims);
        feed.Write();
        working.NewRows = 0;
        foreach (var row in entities.Concat<WorkingRow>(relationships).Concat(claims).Concat(sources)) Mark(row);
        if (!sections.Any) return;
        // What later batches may refer to must be there before they are.
        await HandOutAsync(sections, alone: entities.Length + sources.Length > 0, cancel);
    }

    /// <summary>Writes what changed of staged rows since.</summary>
    public async Task WriteChangesAsync(WorkingSet working, CancellationToken cancel)
    {
        await FinishAsync();
        foreach (var some in working.Relationships.Where(IsChanged).Chunk(GraphReads.ChangesOfRun * 5))
            await WriteAsync(rows => rows.Change(some), some);
        foreach (var some in working.Claims.Where(IsChanged).Chunk(GraphReads.ChangesOfRun * 5))
            await WriteAsync(rows => rows.Change(some), some);
        foreach (var some in working.Sources.Where(IsChanged).Chunk(GraphReads.ChangesOfRun * 5))
            await WriteAsync(rows => rows.Change(some), some);

        async Task WriteAsync(Action<RowSections> write, IReadOnlyList<WorkingRow> changed)
        {
            var sections = new WriteSections();
            write(new RowSections(sections, Version));
            foreach (var row in changed) row.State = RowState.Stored;
            await HandOutAsync(sections, alone: true, cancel);
            await FinishAsync();
        }
    }

    private static bool IsChanged(WorkingRow row) => row is { Staged: true, State: RowState.Changed };

    private void Mark(WorkingRow row)
    {
        row.State = RowState.Stored;
        row.Staged = true;
        row.Batch = Batches + 1;
    }

    private void Tell(FeedSections feed, ChangedThing what, IReadOnlyList<WorkingRow> rows)
    {
        if (rows.Count == 0) return;
        WorkingRow[] ordered = [.. rows.OrderBy(r => r.N)];
        feed.Stage(what, ordered[0].N, ordered.Select(r => r.Id));
        for (var n = ordered[0].N; n <= ordered[^1].N; n += GraphReads.ChangesOfRun) told[what].Add(n);
    }

    private async Task HandOutAsync(WriteSections sections, bool alone, CancellationToken cancel)
    {
        Batches++;
        var lane = Array.FindIndex(lanes, task => task.IsCompleted);
        if (lane < 0) lane = Array.IndexOf(lanes, await Task.WhenAny(lanes));
        // A batch that failed fails the load.
        await lanes[lane];
        sections.Set("lane", $"{holder}-{lane}");
        var batch = RunAsync(sections, others, cancel);
        lanes[lane] = batch;
        unfinished.Add(batch);
        if (alone) others = batch;
    }

    private async Task RunAsync(WriteSections sections, Task before, CancellationToken cancel)
    {
        await before;
        var statement = sections.ToStatement(Begin, timeout);
        if (await transport.RunAsync(statement, cancel) is not [_])
            throw new GraphUnavailableException("The load was taken for lost, because it did not speak for too long, and was cleared away: load again.");
    }

    private Task<IReadOnlyList<CypherRow>> RunAsync(string text, CancellationToken cancel) => transport.RunAsync(
        new CypherStatement(text) { Parameters = new Dictionary<string, object?> { ["lanes"] = LaneIds }, Writes = true }, cancel);
}
