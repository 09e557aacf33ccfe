using SupplyGraph.Model;
using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Embedded;

/// <summary>Reads the change feed: runs of rows, told one by one.</summary>
internal sealed class ChangeRuns(Session db)
{
    private readonly record struct Run(long Sequence, long Count, long Version, DateTimeOffset At, ChangedThing What, ChangeAction Action, long N);

    private readonly record struct Item(Run Run, long Offset)
    {
        public long N => Run.N + Offset;
        public long Sequence => Run.Sequence + Offset;
    }

    /// <summary>The changes after a version, or after a place in the feed where that is later.</summary>
    public Page<Change> Page(long since, long? after, int limit)
    {
        var told = db.Number("SELECT last_change FROM versions WHERE version <= $1 ORDER BY version DESC LIMIT 1", since) ?? 0;
        var items = Items(Math.Max(told, after ?? 0), limit + 1);
        var more = items.Count > limit;
        if (more) items.RemoveAt(limit);
        var ids = Enum.GetValues<ChangedThing>()
            .ToDictionary(what => what, what => Ids(what, [.. items.Where(i => i.Run.What == what).Select(i => i.N)]));
        var changes = items.ConvertAll(i => new Change(
            i.Run.Version, Paging.Cursor(i.Sequence), i.Run.At, Term.Of(i.Run.What), Term.Of(i.Run.Action), ids[i.Run.What][i.N]));
        return new(changes, more ? changes[^1].Cursor : null);
    }

    private List<Item> Items(long after, int count)
    {
        var items = new List<Item>();
        using var rows = db.Query("""
            SELECT x.seq, x.count, x.version, v.at, x.what, x.action, x.n
            FROM changes x JOIN versions v ON v.version = x.version
            WHERE x.seq >= COALESCE((SELECT seq FROM changes WHERE seq <= $1 ORDER BY seq DESC LIMIT 1), 0)
            ORDER BY x.seq
            """, after);
        while (items.Count < count && rows.Read())
        {
            var run = new Run(
                rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3)),
                (ChangedThing)rows.GetInt32(4), (ChangeAction)rows.GetInt32(5), rows.GetInt64(6));
            for (var offset = Math.Max(0, after + 1 - run.Sequence); offset < run.Count && items.Count < count; offset++) items.Add(new(run, offset));
        }
        return items;
    }

    /// <summary>The ids by row; those of what is no more were kept.</summary>
    private Dictionary<long, string> Ids(ChangedThing what, long[] rows)
    {
        var ids = new Dictionary<long, string>();
        if (rows.Length == 0) return ids;
        var list = System.Text.Json.JsonSerializer.Serialize(rows);
        var present = what switch
        {
            ChangedThing.Entity => "SELECT n, id FROM entities WHERE n IN (SELECT value FROM json_each($1))",
            ChangedThing.Relationship => "SELECT n, id FROM relationships WHERE n IN (SELECT value FROM json_each($1))",
            _ => "SELECT n, lower(hex(id)) FROM claims WHERE n IN (SELECT value FROM json_each($1))",
        };
        Read(present, list);
        Read("SELECT n, id FROM gone WHERE what = $2 AND n IN (SELECT value FROM json_each($1))", list, (long)what);
        return ids;

        void Read(string sql, params ReadOnlySpan<object?> values)
        {
            using var found = db.Query(sql, values);
            while (found.Read()) ids[found.GetInt64(0)] = found.GetString(1);
        }
    }
}
