using SupplyGraph.Storage.Neo4j.Transport;
using SupplyGraph.Storage.Neo4j.Writes;

namespace SupplyGraph.Storage.Neo4j.Schema;

/// <summary>
/// Brings a graph of an earlier schema up to date, version by version. One server at a time does it: it holds the lease that a load holds. A server that
/// dies at it leaves the rest to the next, so every step can be done again on what it has done already.
/// </summary>
/// <param name="patience">How long a statement may take.</param>
internal sealed class SchemaMigration(ICypherTransport transport, TimeSpan patience)
{
    /// <summary>How long a server that has gone silent keeps others from going on.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>The step that leads from version 1 to 2 stands first. Never change one that was released: add another.</summary>
    private static readonly IReadOnlyList<Func<SchemaMigration, CancellationToken, Task>> Steps = [ValidityDays.AddAsync];

    // Behind the lock, so that no two see the lease free.
    private const string Take = GraphLock.Take + """
        WITH g, g.schema < $schema AND (g.heldUntil IS NULL OR g.heldUntil < timestamp() OR g.holder = $holder) AS free
        FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | SET g.holder = $holder, g.heldUntil = timestamp() + $lease)
        RETURN g.schema, free
        """;

    // The lease may have been a dead load's. It is left as one that ran out, so that the next who writes looks for what that load left.
    private const string Finish = """
        MATCH (g:SupplyGraph {key: 'graph'}) WHERE g.holder = $holder AND g.schema = $schema - 1
        SET g.schema = $schema, g.heldUntil = 0
        """;

    private readonly string holder = Guid.NewGuid().ToString("N");

    /// <summary>The schema to which all steps lead.</summary>
    public static long Newest => Steps.Count + 1;

    /// <summary>Does the steps that the graph lacks, or waits while another server does them.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        while (true)
        {
            var (schema, mine) = await TakeAsync(cancel);
            if (schema >= Newest) return;
            if (mine)
            {
                await Steps[(int)schema - 1](this, cancel);
                await RunAsync(Finish, Parameters(schema + 1), cancel);
            }
            else
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    /// <summary>Runs a statement of a step, and keeps the lease.</summary>
    public async Task<IReadOnlyList<CypherRow>> RunAsync(string text, Dictionary<string, object?> parameters, CancellationToken cancel)
    {
        var rows = await transport.RunAsync(new CypherStatement(text) { Parameters = parameters, Writes = true, Timeout = patience }, cancel);
        await TakeAsync(cancel);
        return rows;
    }

    private async Task<(long Schema, bool Mine)> TakeAsync(CancellationToken cancel)
    {
        var row = (await transport.RunAsync(new CypherStatement(Take) { Parameters = Parameters(Newest), Writes = true }, cancel))[0];
        return (row.Long(0), row.Bool(1));
    }

    private Dictionary<string, object?> Parameters(long schema) =>
        new() { ["schema"] = schema, ["holder"] = holder, ["lease"] = (long)Lease.TotalMilliseconds };
}
