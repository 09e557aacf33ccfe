using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Scenarios;

/// <summary>
/// Changes assumed for one question and never stored: first removals, then changes of status, then claims added, then everything derived anew.
/// </summary>
public sealed record Scenario
{
    /// <summary>Ids of entities that are no more: as stops, as ends or components of relationships, and as homes (their companies stay).</summary>
    public IReadOnlyList<string> RemovedEntities { get; init; } = [];

    public IReadOnlyList<RelationshipKey> RemovedRelationships { get; init; } = [];

    /// <summary>Statuses that replace the derived ones, by relationship.</summary>
    public IReadOnlyDictionary<RelationshipKey, Status> RelationshipStatuses { get; init; } = new Dictionary<RelationshipKey, Status>();

    /// <summary>Statuses of every relationship from, to or naming an entity, by entity id. One stated for the relationship itself goes before.</summary>
    public IReadOnlyDictionary<string, Status> EntityStatuses { get; init; } = new Dictionary<string, Status>();

    /// <summary>Entities that the added claims name for the first time.</summary>
    public IReadOnlyList<Entity> AddedEntities { get; init; } = [];

    /// <summary>Claims that combine with the stored ones.</summary>
    public IReadOnlyList<Claim> AddedClaims { get; init; } = [];

    /// <summary>Whether nothing is assumed.</summary>
    public bool IsEmpty => RemovedEntities.Count + RemovedRelationships.Count + RelationshipStatuses.Count + EntityStatuses.Count + AddedClaims.Count == 0;
}
