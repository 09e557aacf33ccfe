using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>The answer to a question for routes.</summary>
/// <param name="Query">The question as it was understood.</param>
/// <param name="Complete">Whether these are the exact best routes; otherwise the best found before the budget ended the search.</param>
/// <param name="StoppedBy">The budget that ended the search, if one did.</param>
/// <param name="Expanded">How many partial routes the search looked at.</param>
/// <param name="Version">The version of the graph.</param>
/// <param name="Routes">Best first: plausibility down, legs up, then stop ids.</param>
/// <param name="Obstacle">Where there is no route: what stands in the way, as far as it is known.</param>
public sealed record RoutePage(
    RouteQuery Query, bool Complete, StopReason? StoppedBy, int Expanded, long Version, IReadOnlyList<RouteShown> Routes, Obstacle? Obstacle)
    : IMayBeIncomplete;

/// <summary>One route.</summary>
/// <param name="Plausibility">0..1: the product of its legs, joints and pools.</param>
/// <param name="Status">The weakest of its legs' statuses.</param>
/// <param name="Hops">How many legs it has.</param>
/// <param name="Countries">The chain of countries that it passes: ids, companies standing for their homes.</param>
/// <param name="Stops">The entities on it, in order.</param>
/// <param name="Legs">What joins each stop to the next.</param>
/// <param name="WeakestLeg">The leg of least plausibility, counted from 0.</param>
/// <param name="Explanation">The route in a sentence.</param>
public sealed record RouteShown(
    double Plausibility, Status Status, int Hops, IReadOnlyList<string> Countries, IReadOnlyList<StopShown> Stops, IReadOnlyList<LegShown> Legs,
    int WeakestLeg, string Explanation);

/// <summary>An entity on a route.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">The home of a company; null for none and for other kinds.</param>
public sealed record StopShown(string Id, string Name, EntityKind Kind, string? Country);

/// <summary>A relationship walked from one stop to the next.</summary>
/// <param name="From">The stop it leaves.</param>
/// <param name="To">The stop it reaches.</param>
/// <param name="Relationship">The relationship's id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Role">Its role, if its type has one.</param>
/// <param name="Along">Whether it is walked from its from end to its to end.</param>
/// <param name="Component">The component that the leg names.</param>
/// <param name="Status">The relationship's status.</param>
/// <param name="Confidence">The relationship's confidence, 0..0.99.</param>
/// <param name="Plausibility">Confidence x type x status, 0..1; joint and pool left out.</param>
/// <param name="Joint">How well it goes on from the last leg before it that names a component, 0..1.</param>
/// <param name="Pool">0.8 where its last stop is an intermediate country or region: nothing states that what arrives there is what leaves. Otherwise 1.</param>
/// <param name="Claims">The ids of the claims that state it.</param>
/// <param name="Sources">The publications that state it.</param>
/// <param name="Alternatives">The ids of other relationships that could be walked instead.</param>
public sealed record LegShown(
    string From, string To, string Relationship, RelationshipType Type, Role? Role, bool Along, string? Component, Status Status, double Confidence,
    double Plausibility, double Joint, double Pool, IReadOnlyList<string> Claims, IReadOnlyList<SourceShown> Sources, IReadOnlyList<string> Alternatives);
