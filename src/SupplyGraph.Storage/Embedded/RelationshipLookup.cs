using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// Finds stored relationships by id: through the index, or, once a load has set the index aside, through a table in memory of 8 bytes a slot (at most 12 a
/// relationship): an open-addressed hash from the hash of the id to the row, each hit checked against the row itself.
/// </summary>
internal sealed class RelationshipLookup(Session db)
{
    private const double MostFull = 0.7;

    private readonly record struct Slot(int Hash, int N);

    private Slot[]? slots;
    private int used;

    /// <summary>The relationship, or null.</summary>
    public StoredRelationship? Find(string id)
    {
        if (slots is null) return db.First(Rows.Relationship + " WHERE r.id = $1", Read, id);
        var hash = id.GetHashCode();
        for (var place = hash & (slots.Length - 1); slots[place].N != 0; place = (place + 1) & (slots.Length - 1))
        {
            if (slots[place].Hash == hash && db.First(Rows.Relationship + " WHERE r.n = $1", Read, (long)slots[place].N) is { } found
                && found.Relationship.Id == id) return found;
        }
        return null;
    }

    /// <summary>Takes note of a new relationship.</summary>
    public void Add(string id, long n)
    {
        if (slots is null) return;
        if (used >= slots.Length * MostFull) Resize(slots.Length * 2);
        Put(new Slot(id.GetHashCode(), checked((int)n)));
    }

    /// <summary>Reads all ids, so that the index is no longer needed.</summary>
    public void HoldAll(CancellationToken cancel)
    {
        slots = new Slot[1 << 16];
        using var rows = db.Query("SELECT n, id FROM relationships");
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            Add(rows.GetString(1), rows.GetInt64(0));
        }
    }

    /// <summary>Lets go of the table, if there is one; nothing is to be found after.</summary>
    public bool Release()
    {
        var held = slots is not null;
        slots = null;
        return held;
    }

    private void Put(Slot slot)
    {
        var place = slot.Hash & (slots!.Length - 1);
        while (slots[place].N != 0) place = (place + 1) & (slots.Length - 1);
        slots[place] = slot;
        used++;
    }

    private void Resize(int size)
    {
        var old = slots!;
        slots = new Slot[size];
        used = 0;
        foreach (var slot in old)
            if (slot.N != 0) Put(slot);
    }

    private static StoredRelationship Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(row.GetInt64(0), Rows.ReadRelationship(row));
}
