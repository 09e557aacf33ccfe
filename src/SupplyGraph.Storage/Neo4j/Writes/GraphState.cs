namespace SupplyGraph.Storage.Neo4j.Writes;

/// <summary>The graph's own node: its version, and the numbers handed out last.</summary>
/// <param name="Version">The version that readers see.</param>
/// <param name="LastChange">The place of the feed's last change.</param>
/// <param name="LastImport">The number of the newest import.</param>
/// <param name="Relationships">How many there are.</param>
/// <param name="Holder">Who alone may write at present: a load; null for nobody.</param>
/// <param name="Held">Whether the holder's time has not run out.</param>
internal sealed record GraphState(
    long Version, long LastEntity, long LastRelationship, long LastClaim, long LastChange, long LastImport, long Relationships, string? Holder, bool Held);
