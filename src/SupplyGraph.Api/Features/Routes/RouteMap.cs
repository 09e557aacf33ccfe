using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Formats;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>The answer to a question for routes as GeoJSON (RFC 7946): a feature collection with a feature for each leg.</summary>
/// <param name="Type">FeatureCollection.</param>
/// <param name="Query">The question as it was understood.</param>
/// <param name="Complete">Whether these are the legs of the exact best routes; otherwise of the best found before the budget ended the search.</param>
/// <param name="StoppedBy">The budget that ended the search, if one did.</param>
/// <param name="Version">The version of the graph.</param>
/// <param name="Obstacle">Where there is no route: what stands in the way, as far as it is known.</param>
/// <param name="Features">The legs, route by route, each from its first stop to its last.</param>
public sealed record RouteMap(
    string Type, RouteQuery Query, bool Complete, StopReason? StoppedBy, long Version, Obstacle? Obstacle, IReadOnlyList<LegFeature> Features)
    : IMayBeIncomplete
{
    internal static RouteMap Of(RoutesFound found, RoutePlaces places)
    {
        var page = found.Page;
        return new(
            "FeatureCollection", page.Query, page.Complete, page.StoppedBy, page.Version, page.Obstacle,
            [.. LegOfAnswer.Of(found).Select(leg => LegFeature.Of(leg, places))]);
    }
}

/// <summary>A leg on the map.</summary>
/// <param name="Type">Feature.</param>
/// <param name="Id">The route's rank and the leg's number on it, such as 1.2.</param>
/// <param name="Geometry">From stop to stop; null where a stop has no known place, or both have the same.</param>
/// <param name="Properties">What it is.</param>
public sealed record LegFeature(string Type, string Id, LineGeometry? Geometry, LegProperties Properties)
{
    internal static LegFeature Of(LegOfAnswer leg, RoutePlaces places) => new(
        "Feature", $"{leg.Rank}.{leg.Number}", LineGeometry.Between(places.Of(leg.From), places.Of(leg.To)), LegProperties.Of(leg));
}

/// <summary>What a leg on the map is.</summary>
/// <param name="Route">The rank of its route, from 1.</param>
/// <param name="Leg">Its place on the route, from 1.</param>
/// <param name="From">The id of the stop it leaves.</param>
/// <param name="FromName">Its name.</param>
/// <param name="To">The id of the stop it reaches.</param>
/// <param name="ToName">Its name.</param>
/// <param name="Relationship">The relationship's id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Role">Its role, if its type has one.</param>
/// <param name="Along">Whether it is walked from its from end to its to end.</param>
/// <param name="Component">The component that the leg names.</param>
/// <param name="Stage">That component's stage.</param>
/// <param name="Status">The relationship's status.</param>
/// <param name="Confidence">The relationship's confidence, 0..0.99.</param>
/// <param name="Plausibility">Confidence x type x status, 0..1; joint and pool left out.</param>
/// <param name="Joint">How well it goes on from the last leg before it that names a component, 0..1.</param>
/// <param name="Pool">0.8 where its last stop is an intermediate country or region. Otherwise 1.</param>
/// <param name="RoutePlausibility">0..1: the product of the route's legs, joints and pools.</param>
/// <param name="RouteStatus">The weakest status of the route's legs.</param>
/// <param name="Claims">The ids of the claims that state it.</param>
/// <param name="Sources">The publications that state it.</param>
public sealed record LegProperties(
    int Route, int Leg, string From, string FromName, string To, string ToName, string Relationship, RelationshipType Type, Role? Role, bool Along,
    string? Component, Stage? Stage, Status Status, double Confidence, double Plausibility, double Joint, double Pool, double RoutePlausibility,
    Status RouteStatus, IReadOnlyList<string> Claims, IReadOnlyList<SourceShown> Sources)
{
    internal static LegProperties Of(LegOfAnswer leg) => new(
        leg.Rank, leg.Number, leg.From.Id, leg.From.Name, leg.To.Id, leg.To.Name, leg.Leg.Relationship, leg.Leg.Type, leg.Leg.Role, leg.Leg.Along,
        leg.Leg.Component, leg.Stage, leg.Leg.Status, leg.Leg.Confidence, leg.Leg.Plausibility, leg.Leg.Joint, leg.Leg.Pool, leg.Route.Plausibility,
        leg.Route.Status, leg.Leg.Claims, leg.Leg.Sources);
}
