namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>
/// One attempt at a statement: it has been sent, and its answer is read piece by piece. Holds a connection until it is disposed; a statement that is not
/// finished by then is stopped on the server.
/// </summary>
internal interface ICypherCall : IAsyncDisposable
{
    /// <summary>The rows that the last reading brought; opening reads once.</summary>
    List<CypherRow> Rows { get; }

    /// <summary>Reads on until there are rows; false at the end, where the server has said that all went well.</summary>
    /// <exception cref="TransientFailure">Another attempt may help.</exception>
    ValueTask<bool> ReadAsync();
}
