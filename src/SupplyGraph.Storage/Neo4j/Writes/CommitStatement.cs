using SupplyGraph.Storage.Changes;
using SupplyGraph.Storage.Neo4j.Transport;

namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>The one statement that makes a version visible: it writes what the rules left in a working set, and raises the graph's version.</summary>
internal static class CommitStatement
{
    // Somebody else's commit, or load, in between: the rules judged a graph that is no more.
    private const string Begin = GraphLock.Take + """
        WHERE g.version = $before AND coalesce(g.holder, '') = $holder
        SET g.version = $version, g.lastEntity = $lastEntity, g.lastRelationship = $lastRelationship, g.lastClaim = $lastClaim, g.lastChange = $lastChange,
            g.lastImport = $lastImport, g.relationships = $relationships, g.holder = null, g.heldUntil = null
        WITH g
        """;

    private const string NewVersion = """
        CREATE (v:SupplyGraphVersion {version: x.version, at: x.at, lastChange: x.lastChange, commit: x.commit})
        SET g.at = x.at
        """;

    // A load that changes nothing leaves its restatements all the same.
    private const string KeepRestatements = """
        MATCH (i:SupplyGraphImport {id: x.import}) SET i.since = CASE WHEN i.since > x.version THEN x.version ELSE i.since END
        WITH x, i CALL (x, i) { MATCH (i)-[r:RESTATES]->() WHERE r.since > x.version SET r.since = x.version RETURN count(*) AS kept } WITH x, kept
        """;

    /// <summary>The statement; it gives no row where the graph is no longer as the working set knew it.</summary>
    /// <param name="commit">Tells this commit from every other, for who has to find out whether it happened.</param>
    /// <param name="result">What the rules counted.</param>
    /// <param name="load">The load that the commit ends; null for none.</param>
    /// <param name="holder">Who holds the lease; empty for nobody.</param>
    public static CypherStatement Of(WorkingSet working, string commit, CommitResult result, StagedLoad? load, string holder, TimeSpan timeout)
    {
        var (state, version, sections) = (working.State, working.Version ?? working.State.Version, new WriteSections());
        WriteRows(working, new RowSections(sections, version));
        TellChanges(working, new FeedSections(sections, version), load is { Batches: > 0 } ? load : null);
        if (working.Version is not null) sections.Add(NewVersion, [VersionRow(working, commit)]);
        else if (load?.Import is { } import) sections.Add(KeepRestatements, [Row(("import", import), ("version", version))]);
        sections.Set("before", state.Version);
        sections.Set("holder", holder);
        sections.Set("version", version);
        sections.Set("lastEntity", state.LastEntity + result.EntitiesCreated);
        sections.Set("lastRelationship", state.LastRelationship + result.RelationshipsCreated);
        sections.Set("lastClaim", state.LastClaim + result.ClaimsCreated);
        sections.Set("lastChange", LastChange(working));
        sections.Set("lastImport", state.LastImport + working.Imports.Count(i => i.State == RowState.New));
        sections.Set("relationships", state.Relationships + result.RelationshipsCreated - result.RelationshipsRemoved);
        return sections.ToStatement(Begin, timeout);
    }

    /// <summary>Whether there is anything to write.</summary>
    public static bool IsNeeded(WorkingSet working) =>
        working.Version is not null || working.Restated.Count > 0 || working.Forgotten.Count > 0 || working.Imports.Any(i => i.State != RowState.Stored);

    private static void WriteRows(WorkingSet working, RowSections rows)
    {
        var entities = working.Entities.ToLookup(e => e.State);
        var relationships = working.Relationships.ToLookup(r => r.State);
        var claims = working.Claims.ToLookup(c => c.State);
        var sources = working.Sources.ToLookup(s => s.State);
        rows.KeepPast(
            entities[RowState.Changed].Concat(entities[RowState.Removed]).Where(e => !e.Staged),
            claims[RowState.Changed].Concat(claims[RowState.Removed]).Where(c => !c.Staged));
        rows.Remove([.. claims[RowState.Removed]], [.. relationships[RowState.Removed]], [.. sources[RowState.Removed]], [.. entities[RowState.Removed]]);
        rows.Change([.. entities[RowState.Changed]]);
        rows.Create([.. entities[RowState.New]]);
        rows.Create([.. sources[RowState.New]]);
        rows.Create([.. relationships[RowState.New]], [.. claims[RowState.New]]);
        rows.Change(relationships[RowState.Changed]);
        rows.Change([.. claims[RowState.Changed]]);
        rows.Change([.. sources[RowState.Changed]]);
        rows.Write([.. working.Imports.Where(i => i.State != RowState.Stored)]);
        rows.Restate(working.Restated, working.NewImport);
        rows.Forget(working.Forgotten);
    }

    private static void TellChanges(WorkingSet working, FeedSections feed, StagedLoad? load)
    {
        var created = CreatedIds(working);
        foreach (var sort in working.FeedRuns.GroupBy(run => (run.What, run.Action)))
        {
            var (what, action) = sort.Key;
            if (action != ChangeAction.Created) feed.Tell([.. sort], n => working.IdOf(what, action, n));
            else if (load is null) feed.Tell([.. sort], n => created[(what, n)]);
            else foreach (var run in sort) feed.Place(run, load.ToldFrom(what));
        }
        feed.Write();
    }

    private static Dictionary<(ChangedThing, long), string> CreatedIds(WorkingSet working)
    {
        var ids = new Dictionary<(ChangedThing, long), string>();
        Add(ChangedThing.Entity, working.Entities);
        Add(ChangedThing.Relationship, working.Relationships);
        Add(ChangedThing.Claim, working.Claims);
        return ids;

        void Add(ChangedThing what, IEnumerable<WorkingRow> rows)
        {
            foreach (var row in rows.Where(r => r.State == RowState.New)) ids.Add((what, row.N), row.Id);
        }
    }

    private static long LastChange(WorkingSet working) =>
        working.FeedRuns.Count == 0 ? working.State.LastChange : working.FeedRuns[^1].First + working.FeedRuns[^1].Count - 1;

    private static Dictionary<string, object?> VersionRow(WorkingSet working, string commit) => Row(
        ("version", working.Version), ("at", working.At.ToUnixTimeMilliseconds()), ("lastChange", LastChange(working)), ("commit", commit));

    private static Dictionary<string, object?> Row(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var row = new Dictionary<string, object?>();
        foreach (var (name, value) in values) row.Add(name, value);
        return row;
    }
}
