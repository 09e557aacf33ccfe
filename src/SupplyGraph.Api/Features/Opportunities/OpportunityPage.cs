using SupplyGraph.Analysis.Opportunities;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Opportunities;

/// <summary>The stages that a country lacks, and who is near enough to bring them.</summary>
/// <param name="Query">The question as it was understood.</param>
/// <param name="Version">The version of the graph.</param>
/// <param name="Stages">The stages with no established company in the country, in order of the chain.</param>
/// <param name="Evidence">Who states the relationships that are shown.</param>
public sealed record OpportunityPage(
    OpportunityQuery Query, long Version, IReadOnlyList<MissingStageShown> Stages, IReadOnlyList<RelationshipEvidence> Evidence);

/// <summary>The question as it was understood.</summary>
/// <param name="Country">The country's id.</param>
/// <param name="Types">Types of relationships; empty for all.</param>
/// <param name="Status">Statuses of relationships; empty for all.</param>
/// <param name="MinConfidence">The least confidence of a relationship, 0..1.</param>
/// <param name="AsOf">The day on which relationships count.</param>
/// <param name="Limit">How many companies are shown for each stage, 1..100.</param>
public sealed record OpportunityQuery(
    string Country, IReadOnlyList<RelationshipType> Types, IReadOnlyList<Status> Status, double MinConfidence, DateOnly AsOf, int Limit);

/// <summary>A stage with no established company in the country.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Established">How many companies are established at it in other countries.</param>
/// <param name="Near">How many of them have a tie to the country.</param>
/// <param name="Companies">The nearest of these.</param>
public sealed record MissingStageShown(Stage Stage, int Established, int Near, IReadOnlyList<OpportunityShown> Companies);

/// <summary>A company established at the stage elsewhere.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Home">The country that it is based in.</param>
/// <param name="Nearness">1 - product(1 - weight x plausibility) over its ties, between 0 and 1.</param>
/// <param name="Work">The ids of the relationships by which it is established at the stage.</param>
/// <param name="Ties">What ties it to the country, strongest first: one for each other entity.</param>
public sealed record OpportunityShown(
    string Id, string Name, EntityReference? Home, double Nearness, IReadOnlyList<string> Work, IReadOnlyList<TieShown> Ties);

/// <summary>A tie to the country.</summary>
/// <param name="Kind">What sort of tie it is.</param>
/// <param name="Other">The entity through which it goes: the country itself, a company at work there, a country of the same region, or what links the
/// home to the country.</param>
/// <param name="Region">The region in common, for a tie of that kind.</param>
/// <param name="Weight">What a tie of the kind counts, 0..1: at_work 0.6, affiliate 0.4, same_region and home_link 0.2.</param>
/// <param name="Plausibility">Of its legs together, 0..1.</param>
/// <param name="Strength">Weight x plausibility.</param>
/// <param name="Legs">One or two relationships.</param>
public sealed record TieShown(
    TieKind Kind, EntityReference Other, EntityReference? Region, double Weight, double Plausibility, double Strength, IReadOnlyList<TieLegShown> Legs);

/// <summary>A leg of a tie.</summary>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Relationship">The relationship's id; its claims and sources stand in the evidence.</param>
/// <param name="Status">The relationship's status.</param>
/// <param name="Confidence">The relationship's confidence, 0..0.99.</param>
/// <param name="Plausibility">Confidence x type x status, 0..1.</param>
public sealed record TieLegShown(string From, string To, string Relationship, Status Status, double Confidence, double Plausibility);
