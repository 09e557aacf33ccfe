using SupplyGraph.Analysis.Disruptions;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Disruptions;

/// <summary>The question as it was understood: names resolved to ids, defaults filled in.</summary>
/// <param name="Types">Types of legs; empty for all.</param>
/// <param name="Status">Statuses of legs; empty for all.</param>
/// <param name="MinConfidence">The least confidence of a leg, 0..1.</param>
/// <param name="AsOf">The day on which legs count.</param>
/// <param name="MaxHops">The most legs of a route, 1..12.</param>
/// <param name="Scenario">What is assumed.</param>
public sealed record DisruptionQuery(
    IReadOnlyList<RelationshipType> Types, IReadOnlyList<Status> Status, double MinConfidence, DateOnly AsOf, int MaxHops, ScenarioEcho Scenario)
{
    /// <summary>Reads a request that has passed its validator.</summary>
    internal static DisruptionQuery Of(DisruptionFields fields, ScenarioEcho scenario, TimeProvider clock)
    {
        var filters = fields.Filters(clock);
        return new DisruptionQuery(
            filters.Types, filters.Statuses, filters.MinConfidence, filters.AsOf, Given.WholeNumber(fields.MaxHops, Limits.DefaultHops), scenario);
    }

    internal DisruptionQuestion ToQuestion(int skip, int take) => new()
    {
        Filters = new() { Types = Types, Statuses = Status, MinConfidence = MinConfidence, AsOf = AsOf },
        MaxHops = MaxHops,
        Skip = skip,
        Take = take,
    };
}
