namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>A statement with its parameters. Values travel as parameters only, never in the text.</summary>
/// <param name="Text">Cypher 5.</param>
internal sealed record CypherStatement(string Text)
{
    /// <summary>
    /// By name: null, bool, long, int, double, string, and lists of any of these (any <see cref="System.Collections.IEnumerable"/>), or dictionaries of string
    /// to any of these. A double stays one (1.0 is no integer).
    /// </summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Whether it may write; a cluster sends it to the leader then.</summary>
    public bool Writes { get; init; }

    /// <summary>
    /// Whether running it twice is the same as running it once, also where the two runs overlap: a MERGE needs a constraint for that, or the graph's lock.
    /// One that is not is tried again only where the server says that it did nothing.
    /// </summary>
    public bool Idempotent { get; init; } = true;

    /// <summary>
    /// Whether every lookup goes by a unique key or a named index, so that the plan made first is the best there is, whatever the graph comes to hold. The server
    /// would otherwise plan anew as the graph grows, which takes longer than most commits.
    /// </summary>
    public bool KeepsPlan { get; init; }

    /// <summary>What is sent to the server.</summary>
    public string Query => KeepsPlan ? $"CYPHER replan=skip {Text}" : Text;

    /// <summary>How long it may take; null for what the options say.</summary>
    public TimeSpan? Timeout { get; init; }
}
