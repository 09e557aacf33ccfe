namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>
/// Ends a statement on the server that nobody waits for any more. It is found by a parameter that carries its id: in the text the id would make every
/// statement a new one for the server's cache of plans.
/// </summary>
internal static class StopStatement
{
    /// <summary>The parameter of every statement; no name for one of its own.</summary>
    public const string IdParameter = "_statement";

    /// <summary>Gives a row for each statement that it ended.</summary>
    public const string Text = $"""
        SHOW TRANSACTIONS YIELD transactionId AS running, parameters WHERE parameters.{IdParameter} = $id
        TERMINATE TRANSACTIONS running YIELD message RETURN message
        """;

    /// <summary>How long stopping may take; a server that cannot be told has its own limit (db.transaction.timeout).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait before looking for the statement again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private const int Tries = 3;

    /// <summary>Looks for the statement more than once: one that has just been sent may not run yet.</summary>
    /// <param name="tryStop">Tells whether it found the statement.</param>
    public static async Task RunAsync(Func<CancellationToken, Task<bool>> tryStop)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var tries = 0; tries < Tries && !await tryStop(patience.Token); tries++) await Task.Delay(Pause, patience.Token);
    }
}
