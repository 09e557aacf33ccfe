using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;

namespace SupplyGraph.Api.Features.Tiers;

/// <summary>Who stands behind an entity, or before it, tier by tier.</summary>
/// <param name="Query">The question as it was understood.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Complete">Whether these are all, each with its exact tier and best route; otherwise those found before the budget ended the search.</param>
/// <param name="StoppedBy">The budget that ended the search, if one did.</param>
/// <param name="Version">The version of the graph.</param>
/// <param name="Counts">How many there are in all, on this page and the others.</param>
/// <param name="Items">By tier, then most plausible first, then by id.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record TierPage(
    TierQuery Query, EntityReference Entity, bool Complete, StopReason? StoppedBy, long Version, TierCounts Counts, IReadOnlyList<TierMemberShown> Items,
    string? Next) : IMayBeIncomplete;

/// <summary>How many members there are.</summary>
/// <param name="Total">All of them.</param>
/// <param name="ByTier">By tier, nearest first.</param>
/// <param name="ByCountry">By country, most first: a country stands for itself, a company for its home; null for those without.</param>
/// <param name="ByComponent">By what they hand over, most first; null where it is not stated.</param>
public sealed record TierCounts(int Total, IReadOnlyList<TierCount> ByTier, IReadOnlyList<EntityCount> ByCountry, IReadOnlyList<EntityCount> ByComponent);

/// <summary>How many members a tier has.</summary>
public sealed record TierCount(int Tier, int Count);

/// <summary>How many members there are of an entity.</summary>
/// <param name="Id">The entity's id; null for none.</param>
/// <param name="Name">Its name.</param>
public sealed record EntityCount(string? Id, string? Name, int Count);

/// <summary>A member of a tier.</summary>
/// <param name="Tier">The least legs of a route between it and the entity, from 1.</param>
/// <param name="Entity">The company, country or component.</param>
/// <param name="Component">The id of what it hands over: the component that the leg at its end of the route names; null where it is not stated.</param>
/// <param name="Plausibility">0..1: that of its route.</param>
/// <param name="Route">The most plausible route between it and the entity; it may have more legs than the tier.</param>
public sealed record TierMemberShown(int Tier, StopShown Entity, string? Component, double Plausibility, RouteShown Route);
