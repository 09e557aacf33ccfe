using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>What was assumed for one question, names resolved to ids.</summary>
/// <param name="RemovedEntities">Ids of entities that are no more.</param>
/// <param name="RemovedRelationships">Ids of relationships that are no more.</param>
/// <param name="ChangedStatus">Entities and relationships with another status.</param>
/// <param name="AddedEntities">Ids of entities that the added claims create.</param>
/// <param name="AddedClaims">Ids of the claims added, as the legs name them.</param>
public sealed record ScenarioEcho(
    IReadOnlyList<string> RemovedEntities, IReadOnlyList<string> RemovedRelationships, IReadOnlyList<StatusChanged> ChangedStatus,
    IReadOnlyList<string> AddedEntities, IReadOnlyList<string> AddedClaims);

/// <summary>One changed status.</summary>
/// <param name="Entity">An entity, all of whose relationships have it; or null.</param>
/// <param name="Relationship">A relationship that has it; or null.</param>
/// <param name="Status">The status assumed.</param>
public sealed record StatusChanged(string? Entity, string? Relationship, Status Status);
