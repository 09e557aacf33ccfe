using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;

namespace SupplyGraph.Api.Features.Chokepoints;

/// <summary>What the routes of a question cannot do without.</summary>
/// <param name="Query">The question as it was understood: its limit is that of pairs of ends.</param>
/// <param name="Top">Chokepoints of each list.</param>
/// <param name="Complete">Whether the pairs are the most plausible ones and every loss is exact; otherwise a budget ended the search.</param>
/// <param name="StoppedBy">The budget that ended the search, if one did.</param>
/// <param name="Version">The version of the graph.</param>
/// <param name="Pairs">How many pairs of first and last stop were looked at.</param>
/// <param name="Plausibility">The sum of the pairs' best plausibilities.</param>
/// <param name="Companies">Companies that the best routes pass, most critical first.</param>
/// <param name="Countries">Countries that the best routes pass, or whose companies they pass, each with all its companies.</param>
/// <param name="Corridors">Corridors that the best routes pass.</param>
/// <param name="Components">Components that legs of the best routes name.</param>
public sealed record ChokepointPage(
    RouteQuery Query, int Top, bool Complete, StopReason? StoppedBy, long Version, int Pairs, double Plausibility, ChokepointList Companies,
    ChokepointList Countries, ChokepointList Corridors, ChokepointList Components) : IMayBeIncomplete;

/// <summary>Chokepoints of one kind.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Items">The most critical ones.</param>
public sealed record ChokepointList(int Total, IReadOnlyList<ChokepointShown> Items);

/// <summary>One chokepoint.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Criticality">0..1: the part of the pairs' plausibility that is lost without it.</param>
/// <param name="Pairs">How many pairs have it on their best route, or at an end.</param>
/// <param name="CutOffPairs">How many pairs have no route without it.</param>
/// <param name="CutOff">The most plausible of these.</param>
/// <param name="Worst">What the worst-hit pair loses.</param>
public sealed record ChokepointShown(
    EntityReference Entity, double Criticality, int Pairs, int CutOffPairs, IReadOnlyList<EndsShown> CutOff, LossShown Worst);

/// <summary>A pair of ends.</summary>
/// <param name="First">The id of the first stop.</param>
/// <param name="Last">The id of the last stop.</param>
/// <param name="Plausibility">0..1: that of the best route between them.</param>
public sealed record EndsShown(string First, string Last, double Plausibility);

/// <summary>What a pair of ends loses.</summary>
/// <param name="Loss">0..1: the plausibility of the best route less that of the detour.</param>
/// <param name="Route">The best route between the two.</param>
/// <param name="Detour">The best route that is left; null for none.</param>
public sealed record LossShown(double Loss, RouteShown Route, RouteShown? Detour);
