using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Loading.Imports;

/// <summary>
/// Some rows that go to the load together, and what they bring. While the load writes them the next ones are read and resolved; their fate is told in the
/// order of the rows.
/// </summary>
internal sealed class RowBatch(int rows)
{
    private readonly record struct Row(int Number, int Line, ReadOnlyMemory<byte> Raw, IReadOnlyList<RowError> Errors);

    private readonly List<Row> all = new(rows);
    private readonly List<Claim> claims = new(rows);
    private readonly List<int> claimRows = new(rows);
    private readonly List<Entity> entities = [];
    private readonly List<int> entityRows = [];
    private Task<IReadOnlyList<Refusal>> written = Task.FromResult<IReadOnlyList<Refusal>>([]);

    /// <summary>Adds a row with what was found wrong with it so far.</summary>
    public void Add<T>(FileRow<T> row, IReadOnlyList<RowError> errors) where T : class => all.Add(new(row.Number, row.Line, row.Raw, errors));

    /// <summary>Notes that the row added last brings a claim.</summary>
    public void Bring(Claim claim)
    {
        claims.Add(claim);
        claimRows.Add(all.Count - 1);
    }

    /// <summary>Notes that the row added last brings an entity.</summary>
    public void Bring(Entity entity)
    {
        entities.Add(entity);
        entityRows.Add(all.Count - 1);
    }

    /// <summary>Hands what the rows bring to the load.</summary>
    public void Write(IGraphLoad load, CancellationToken cancel)
    {
        if (claims.Count + entities.Count > 0) written = load.AddAsync(new ChangeSet { Entities = entities, Claims = claims }, cancel);
    }

    /// <summary>Waits until the load is through with the rows, and counts them.</summary>
    public async Task SettleAsync(ImportTally tally, CancellationToken cancel)
    {
        var refused = await written;
        if (refused.Count > 0) Refuse(refused);
        foreach (var row in all) await tally.CountAsync(row.Raw, row.Errors, cancel);
    }

    private void Refuse(IReadOnlyList<Refusal> refused)
    {
        foreach (var ofOne in refused.GroupBy(RowOf))
        {
            var row = all[ofOne.Key];
            var errors = ofOne.Select(r => new RowError(row.Number, row.Line, r.Field, r.Code, null, r.Message));
            all[ofOne.Key] = row with { Errors = [.. row.Errors, .. errors] };
        }
    }

    private int RowOf(Refusal refusal) => refusal.Part == "claims" ? claimRows[refusal.Index] : entityRows[refusal.Index];
}
