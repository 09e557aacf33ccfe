namespace SupplyGraph.Storage.Embedded;

/// <summary>
/// Indexes whose keys come in no order. A large load drops them first and has SQLite build them by sorting at its end: adding to them row by row costs
/// several times as much. All of it happens in the load's transaction, so that readers keep the old ones until it is committed.
/// </summary>
internal sealed class SetAsideIndexes(Session db)
{
    private static readonly string[] Scattered = ["relationships_by_id", "relationships_by_from", "relationships_by_to", "claims_by_id"];

    private readonly List<string> definitions = [];

    public bool Any => definitions.Count > 0;

    public void Drop()
    {
        foreach (var name in Scattered)
        {
            definitions.Add(db.First("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = $1", row => row.GetString(0), name)!);
            db.Run($"DROP INDEX {name}");
        }
    }

    public void Rebuild(CancellationToken cancel)
    {
        if (!Any) return;
        db.InSmallCache(() =>
        {
            foreach (var definition in definitions)
            {
                cancel.ThrowIfCancellationRequested();
                db.Run(definition);
            }
        });
        definitions.Clear();
    }
}
