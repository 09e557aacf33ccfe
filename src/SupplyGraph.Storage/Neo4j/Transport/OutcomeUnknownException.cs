namespace SupplyGraph.Storage.Neo4j.Transport;

/// <summary>
/// A statement that must not run twice was sent, and no answer came: it may have happened, may yet happen, or may not. Whoever sent it can look, by a statement
/// that waits for the same locks.
/// </summary>
internal sealed class OutcomeUnknownException(string reason, Exception? cause = null) : GraphUnavailableException(reason, cause);
