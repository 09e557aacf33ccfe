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

/// <summary>Writes the change feed of one commit; the version exists from its first change on.</summary>
internal sealed class ChangeFeed(Session db, long previous, DateTimeOffset at)
{
    private long last;

    /// <summary>How many changes there were.</summary>
    public int Count { get; private set; }

    /// <summary>The version that the changes make; the one before where there are none.</summary>
    public long Version => Count > 0 ? previous + 1 : previous;

    public void Created(ChangedThing what, long n) => Add(what, ChangeAction.Created, n);

    public void Changed(ChangedThing what, long n) => Add(what, ChangeAction.Changed, n);

    /// <summary>Keeps the id of what is no more, for the feed's earlier entries as well.</summary>
    public void Removed(ChangedThing what, long n, string id)
    {
        db.Execute("INSERT INTO gone (what, n, id) VALUES ($1, $2, $3)", (long)what, n, id);
        Add(what, ChangeAction.Removed, n);
    }

    private void Add(ChangedThing what, ChangeAction action, long n)
    {
        if (Count++ == 0) last = db.Number("SELECT MAX(seq) FROM changes") ?? 0;
        last++;
        db.Execute("INSERT INTO changes (seq, version, what, action, n) VALUES ($1, $2, $3, $4, $5)", last, previous + 1, (long)what, (long)action, n);
    }

    /// <summary>Writes the version, where there is one.</summary>
    public void Close()
    {
        if (Count > 0) db.Execute("INSERT INTO versions (version, at, last_change) VALUES ($1, $2, $3)", previous + 1, at.ToUnixTimeMilliseconds(), last);
    }
}
