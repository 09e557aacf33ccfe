using System.Collections;

namespace SupplyGraph.Storage.Neo4j.Transport.Bolt;

/// <summary>
/// A statement's id as a parameter, and at the same time the way to know whether the statement went out: the driver does not say whether a connection that
/// could not be used had been given it, but it reads the parameters when, and only when, it writes them to a connection.
/// </summary>
internal sealed class StatementId : IEnumerable<string>
{
    /// <summary>Finds the statement among those that run: a list of one, as the driver sends it.</summary>
    public string[] Sought { get; } = [Guid.NewGuid().ToString("N")];

    /// <summary>Whether the server may act on the statement.</summary>
    public bool Sent { get; private set; }

    public IEnumerator<string> GetEnumerator()
    {
        Sent = true;
        return ((IEnumerable<string>)Sought).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
