using SupplyGraph.Analysis.Routes;
using SupplyGraph.Model;

namespace SupplyGraph.Analysis.Hubs;

/// <summary>Countries compared as places where the supply chain is made.</summary>
/// <param name="Hubs">In the order asked.</param>
/// <param name="StoppedBy">The budget that ended the search for a route; null where every route is the best there is.</param>
public sealed record HubAnswer(IReadOnlyList<Hub> Hubs, StopReason? StoppedBy);

/// <summary>One country as a hub.</summary>
/// <param name="Country">Its id.</param>
/// <param name="Stages">Every stage, in order of the chain.</param>
/// <param name="Missing">The stages with no established company, in order of the chain.</param>
/// <param name="Markets">The countries and regions that it exports to.</param>
/// <param name="Policies">The policies that apply in it, or in a region that it belongs to, directly or through its regions.</param>
/// <param name="Corridors">The corridors that connect the country itself; one that connects a region around it does not say that it reaches the country.</param>
/// <param name="Routes">The best route through it to every region, in order of the regions' ids.</param>
public sealed record Hub(
    string Country, IReadOnlyList<HubStage> Stages, IReadOnlyList<Stage> Missing, HubLinks Markets, HubLinks Policies, HubLinks Corridors,
    IReadOnlyList<RegionRoute> Routes);

/// <summary>One stage in one country. A company is counted once, by the strongest status of its relationships there.</summary>
/// <param name="Established">Companies established at the stage.</param>
/// <param name="Announced">Companies that have announced it and are not established.</param>
/// <param name="Potential">Companies for which it is no more than potential.</param>
/// <param name="Imports">What comes in at the stage.</param>
public sealed record HubStage(Stage Stage, HubLinks Established, HubLinks Announced, HubLinks Potential, HubImports Imports);

/// <summary>The exports_to relationships into a country whose component has one stage; exports to a region around it are not counted.</summary>
/// <param name="Relationships">How many there are.</param>
/// <param name="Sources">The countries that they come from.</param>
/// <param name="Hhi">The Herfindahl-Hirschman index over the sources' shares of the relationships, 0..10,000, to 2 decimals; null where nothing comes in.</param>
public sealed record HubImports(int Relationships, HubLinks Sources, double? Hhi);

/// <summary>Entities by which a country is linked: those with the most relationships first, then by id.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Shown">The first of them.</param>
public sealed record HubLinks(int Count, IReadOnlyList<HubLink> Shown);

/// <summary>An entity with the relationships for which it is counted, in order of their ids.</summary>
public sealed record HubLink(string Entity, IReadOnlyList<Counted> Relationships);

/// <summary>The best route through a country to a region, by the default rules of routes.</summary>
/// <param name="Route">Null where there is none, or none was found within the budget.</param>
/// <param name="StoppedBy">The budget that ended the search; null where the answer is exact.</param>
public sealed record RegionRoute(string Region, Route? Route, StopReason? StoppedBy);
