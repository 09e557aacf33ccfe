using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Hubs;

/// <summary>Countries compared as hubs of the supply chain.</summary>
/// <param name="Query">The question as it was understood.</param>
/// <param name="Complete">Whether every route is the best there is; the rest is exact in any case.</param>
/// <param name="StoppedBy">The budget that ended a search for a route, if one did.</param>
/// <param name="Version">The version of the graph.</param>
/// <param name="Hubs">In the order asked.</param>
/// <param name="Evidence">Who states the relationships that are shown; those of the routes stand at their legs.</param>
public sealed record HubPage(
    HubQuery Query, bool Complete, StopReason? StoppedBy, long Version, IReadOnlyList<HubShown> Hubs, IReadOnlyList<RelationshipEvidence> Evidence)
    : IMayBeIncomplete;

/// <summary>The question as it was understood.</summary>
/// <param name="Country">Ids, each once.</param>
/// <param name="Types">Types of relationships; empty for all.</param>
/// <param name="Status">Statuses of relationships; empty for all.</param>
/// <param name="MinConfidence">The least confidence of a relationship, 0..1.</param>
/// <param name="AsOf">The day on which relationships count.</param>
/// <param name="Limit">How many entities each list shows, 1..1,000.</param>
public sealed record HubQuery(
    IReadOnlyList<string> Country, IReadOnlyList<RelationshipType> Types, IReadOnlyList<Status> Status, double MinConfidence, DateOnly AsOf, int Limit);

/// <summary>One country as a hub.</summary>
/// <param name="Country">The country.</param>
/// <param name="Missing">The stages with no established company, in order of the chain.</param>
/// <param name="Stages">Every stage, in order of the chain.</param>
/// <param name="Markets">The countries and regions that it exports to.</param>
/// <param name="Policies">The policies that apply in it, or in a region that it belongs to.</param>
/// <param name="Corridors">The corridors that connect it.</param>
/// <param name="Routes">The best route through it to every region.</param>
public sealed record HubShown(
    EntityReference Country, IReadOnlyList<Stage> Missing, IReadOnlyList<StageShown> Stages, LinksShown Markets, LinksShown Policies, LinksShown Corridors,
    IReadOnlyList<RegionRouteShown> Routes);

/// <summary>One stage in a country.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Companies">Who is at work at it.</param>
/// <param name="Imports">What comes in at it.</param>
public sealed record StageShown(Stage Stage, CompaniesShown Companies, ImportsShown Imports);

/// <summary>The companies at work at a stage, each once, by the strongest status of its relationships there.</summary>
/// <param name="Established">Those that are established.</param>
/// <param name="Announced">Those that have announced it and are not established.</param>
/// <param name="Potential">Those for which it is no more than potential.</param>
public sealed record CompaniesShown(LinksShown Established, LinksShown Announced, LinksShown Potential);

/// <summary>Entities, those with the most relationships first, then by id.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Items">The first of them, as many as the limit lets through.</param>
public sealed record LinksShown(int Count, IReadOnlyList<LinkShown> Items);

/// <summary>An entity with what it is counted for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Relationships">The ids of the relationships for which it is counted.</param>
public sealed record LinkShown(string Id, string Name, IReadOnlyList<string> Relationships);

/// <summary>Imports of components of a stage.</summary>
/// <param name="Relationships">How many exports_to relationships lead into the country with a component of the stage.</param>
/// <param name="Hhi">The Herfindahl-Hirschman index over the sources' shares, 0..10,000: 10,000 for a single source; null where nothing comes in.</param>
/// <param name="Count">How many sources there are.</param>
/// <param name="Sources">The first of them: the largest share first.</param>
public sealed record ImportsShown(int Relationships, double? Hhi, int Count, IReadOnlyList<ImportSourceShown> Sources);

/// <summary>A country that imports come from.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Share">Its share of the relationships, 0..1, to 6 decimals.</param>
/// <param name="Relationships">Their ids.</param>
public sealed record ImportSourceShown(string Id, string Name, double Share, IReadOnlyList<string> Relationships);

/// <summary>The best route through the country to a region.</summary>
/// <param name="Region">The region.</param>
/// <param name="Complete">Whether it is known to be the best, or that there is none.</param>
/// <param name="Route">The route; null where there is none.</param>
public sealed record RegionRouteShown(EntityReference Region, bool Complete, RouteShown? Route);
