using SupplyGraph.Storage.Changes;

namespace SupplyGraph.Storage.Embedded;

/// <summary>The rows of the file, within the writer's transaction.</summary>
internal sealed partial class SqlRows : IGraphRows
{
    // Below this, keeping the scattered indexes up costs less than building them anew.
    private const int FewRelationships = 20_000;

    private readonly Session db;
    private readonly SharedTexts texts;
    private readonly RelationshipLookup lookup;
    private readonly SetAsideIndexes setAside;
    private readonly long stored;

    public SqlRows(Session db)
    {
        this.db = db;
        texts = new SharedTexts(db);
        lookup = new RelationshipLookup(db);
        setAside = new SetAsideIndexes(db);
        stored = Last(ChangedThing.Relationship);
    }

    // Counted by the caller rather than by AUTOINCREMENT and RETURNING, which make SQLite copy every page before it inserts a row: ten times the cost.
    public long Last(ChangedThing what) => Math.Max(
        db.Number($"SELECT MAX(n) FROM {TableOf(what)}") ?? 0, db.Number("SELECT MAX(n) FROM gone WHERE what = $1", (long)what) ?? 0);

    public long LastChange => db.Number("SELECT seq + count - 1 FROM changes ORDER BY seq DESC LIMIT 1") ?? 0;

    public void Bury(ChangedThing what, long n, string id) => db.Execute("INSERT INTO gone (what, n, id) VALUES ($1, $2, $3)", (long)what, n, id);

    public void Tell(long version, DateTimeOffset at, IReadOnlyList<ChangeRun> changes)
    {
        foreach (var run in changes)
            db.Execute("INSERT INTO changes (seq, version, what, action, n, count) VALUES ($1, $2, $3, $4, $5, $6)",
                run.First, version, (long)run.What, (long)run.Action, run.N, run.Count);
        var last = changes[^1];
        db.Execute("INSERT INTO versions (version, at, last_change) VALUES ($1, $2, $3)", version, at.ToUnixTimeMilliseconds(), last.First + last.Count - 1);
    }

    public void Grown(int relationshipsCreated, CancellationToken cancel)
    {
        if (setAside.Any || relationshipsCreated <= Math.Max(FewRelationships, stored / 2)) return;
        lookup.HoldAll(cancel);
        setAside.Drop();
    }

    public void Finish(CancellationToken cancel) => setAside.Rebuild(cancel);

    public bool Release() => lookup.Release();

    private static string TableOf(ChangedThing what) => what switch
    {
        ChangedThing.Entity => "entities",
        ChangedThing.Relationship => "relationships",
        _ => "claims",
    };
}
