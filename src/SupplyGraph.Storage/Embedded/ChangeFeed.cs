namespace SupplyGraph.Storage.Embedded;

/// <summary>The sorts of things in the change feed. The order is part of stored data: append only.</summary>
internal enum ChangedThing
{
    Entity,
    Relationship,
    Claim,
}

/// <summary>What happened to a thing. The order is part of stored data: append only.</summary>
internal enum ChangeAction
{
    Created,
    Changed,
    Removed,
}

/// <summary>
/// The change feed of one commit; the version exists from its first change on. Rows that follow each other and suffer the same stand as one run: what a load
/// creates has consecutive numbers, so that its millions of changes are a few rows. Told in an order that a copy of the graph can follow: what goes, from
/// claims to entities, then what comes, from entities to claims.
/// </summary>
internal sealed class ChangeFeed(Session db, long previous, DateTimeOffset at)
{
    private readonly record struct Run(long First, long Count)
    {
        public long End => First + Count;
    }

    /// <summary>The runs of one sort of change.</summary>
    private sealed record Told(ChangedThing What, ChangeAction Action)
    {
        public List<Run> Runs { get; } = [];
    }

    private static readonly int Actions = Enum.GetValues<ChangeAction>().Length;

    private readonly Told[] all =
        [.. Enum.GetValues<ChangedThing>().SelectMany(what => Enum.GetValues<ChangeAction>().Select(action => new Told(what, action)))];
    private bool any;

    /// <summary>The version that the changes make; the one before where there are none.</summary>
    public long Version => any ? previous + 1 : previous;

    public void Created(ChangedThing what, long n) => Add(what, ChangeAction.Created, n);

    /// <summary>Notes a change of a thing that was there before the commit.</summary>
    public void Changed(ChangedThing what, long n) => Add(what, ChangeAction.Changed, n);

    /// <summary>Keeps the id of what is no more, for the feed's earlier entries as well.</summary>
    public void Removed(ChangedThing what, long n, string id)
    {
        db.Execute("INSERT INTO gone (what, n, id) VALUES ($1, $2, $3)", (long)what, n, id);
        Add(what, ChangeAction.Removed, n);
    }

    /// <summary>Writes the changes and the version, where there are any.</summary>
    public void Close()
    {
        if (!any) return;
        var last = db.Number("SELECT seq + count - 1 FROM changes ORDER BY seq DESC LIMIT 1") ?? 0;
        foreach (var told in all.OrderBy(Rank))
            foreach (var run in told.Action == ChangeAction.Changed ? Once(told) : told.Runs)
            {
                db.Execute("INSERT INTO changes (seq, version, what, action, n, count) VALUES ($1, $2, $3, $4, $5, $6)",
                    last + 1, previous + 1, (long)told.What, (long)told.Action, run.First, run.Count);
                last += run.Count;
            }
        db.Execute("INSERT INTO versions (version, at, last_change) VALUES ($1, $2, $3)", previous + 1, at.ToUnixTimeMilliseconds(), last);
    }

    private void Add(ChangedThing what, ChangeAction action, long n)
    {
        any = true;
        Append(RunsOf(what, action), n);
    }

    private List<Run> RunsOf(ChangedThing what, ChangeAction action) => all[((int)what * Actions) + (int)action].Runs;

    private static void Append(List<Run> runs, long n)
    {
        if (runs.Count > 0 && runs[^1].End == n) runs[^1] = runs[^1] with { Count = runs[^1].Count + 1 };
        else runs.Add(new Run(n, 1));
    }

    // A load meets a thing in several of its sets, and an undoing may change first what it removes after: each is told once, as it ended.
    private List<Run> Once(Told changed)
    {
        var once = new List<Run>();
        var (told, at) = (0L, 0);
        List<Run> gone = [.. RunsOf(changed.What, ChangeAction.Removed).OrderBy(r => r.First)];
        foreach (var run in changed.Runs.OrderBy(r => r.First))
            for (var n = Math.Max(run.First, told + 1); n < run.End; n++)
            {
                told = n;
                while (at < gone.Count && gone[at].End <= n) at++;
                if (at == gone.Count || n < gone[at].First) Append(once, n);
            }
        return once;
    }

    private static (int, int) Rank(Told told) =>
        told.Action == ChangeAction.Removed ? (0, -(int)told.What) : (1, ((int)told.What * Actions) + (int)told.Action);
}
