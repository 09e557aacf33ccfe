namespace SupplyGraph.Storage.Changes;

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
internal sealed class ChangeFeed(IGraphRows rows, long previous, DateTimeOffset at)
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
        rows.Bury(what, n, id);
        Add(what, ChangeAction.Removed, n);
    }

    /// <summary>Writes the changes and the version, where there are any.</summary>
    public void Close()
    {
        if (!any) return;
        var (last, runs) = (rows.LastChange, new List<ChangeRun>());
        foreach (var told in all.OrderBy(Rank))
            foreach (var run in told.Action == ChangeAction.Changed ? Once(told) : told.Runs)
            {
                runs.Add(new(last + 1, run.Count, told.What, told.Action, run.First));
                last += run.Count;
            }
        rows.Tell(Version, at, runs);
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
