using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;

namespace SupplyGraph.Api.Features.Disruptions;

/// <summary>Who would be supplied worse, or better, under a scenario.</summary>
/// <param name="Query">The question as it was understood.</param>
/// <param name="Complete">Whether every best route is the best; otherwise a pair may have a better one that the budget left no time to find.</param>
/// <param name="StoppedBy">The budget that ended the search, if one did.</param>
/// <param name="Version">The version of the graph.</param>
/// <param name="LookedAt">Pairs of a component and a company, country or vehicle that a route ends at with it, before or after.</param>
/// <param name="Lost">How many of them had a route and have none.</param>
/// <param name="Weakened">How many have a less plausible best route.</param>
/// <param name="Strengthened">How many have a more plausible one, or their first.</param>
/// <param name="Removed">Pairs that are not looked at, since the scenario removes the company, country or vehicle itself.</param>
/// <param name="Items">Pairs whose best route changes: the greatest loss first, then by component and receiver.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Evidence">The relationships of the best routes before, in the graph as it is, with who states them.</param>
/// <param name="EvidenceAfter">The relationships of the best routes after, as the scenario has them; claims that it adds are among theirs.</param>
public sealed record DisruptionPage(
    DisruptionQuery Query, bool Complete, StopReason? StoppedBy, long Version, int LookedAt, int Lost, int Weakened, int Strengthened, int Removed,
    IReadOnlyList<DisruptionShown> Items, string? Next, IReadOnlyList<RelationshipEvidence> Evidence, IReadOnlyList<RelationshipEvidence> EvidenceAfter)
    : IMayBeIncomplete;

/// <summary>One component and one receiver.</summary>
/// <param name="Component">What is supplied: the component that the last leg names.</param>
/// <param name="Receiver">The company, country or vehicle that the route ends at.</param>
/// <param name="Loss">Plausibility before minus plausibility after, where none is 0; below 0 for a gain.</param>
/// <param name="Before">The best route in the graph as it is; null for none.</param>
/// <param name="After">The best that is left; null for none.</param>
public sealed record DisruptionShown(EntityReference Component, EntityReference Receiver, double Loss, ArrivalShown? Before, ArrivalShown? After);

/// <summary>The best route that ends at a receiver with a component; most are one leg.</summary>
/// <param name="Plausibility">0..1: the product of its legs, joints and pools.</param>
/// <param name="Stops">The ids of the entities on it, in order.</param>
/// <param name="Relationships">The ids of the relationships that its legs walk, in order.</param>
public sealed record ArrivalShown(double Plausibility, IReadOnlyList<string> Stops, IReadOnlyList<string> Relationships);
