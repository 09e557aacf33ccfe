using SupplyGraph.Analysis.Concentrations;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Concentrations;

/// <summary>The question as it was understood: names resolved to ids, defaults filled in.</summary>
/// <param name="Component">The id of the component.</param>
/// <param name="By">Whose shares are asked for.</param>
/// <param name="Measure">What is shared.</param>
/// <param name="Types">Types of relationships; empty for all that the measure is about.</param>
/// <param name="Status">Statuses of relationships; empty for all.</param>
/// <param name="MinConfidence">The least confidence of a relationship, 0..1.</param>
/// <param name="AsOf">The day on which relationships count.</param>
public sealed record ConcentrationQuery(
    string Component, ConcentrationBy By, ConcentrationMeasure Measure, IReadOnlyList<RelationshipType> Types, IReadOnlyList<Status> Status,
    double MinConfidence, DateOnly AsOf)
{
    /// <summary>Reads a request that has passed its validator.</summary>
    internal static ConcentrationQuery Of(ConcentrationRequest request, NameResolver names, TimeProvider clock)
    {
        var filters = request.Filters(clock);
        return new ConcentrationQuery(
            names.Id(request.Component!, EntityKind.Component),
            Given.Term<ConcentrationBy>(request.By) ?? ConcentrationBy.Country,
            Given.Term<ConcentrationMeasure>(request.Measure) ?? ConcentrationMeasure.Makers,
            filters.Types,
            filters.Statuses,
            filters.MinConfidence,
            filters.AsOf);
    }

    internal ConcentrationQuestion ToQuestion() => new()
    {
        Component = Component,
        By = By,
        Measure = Measure,
        Filters = new() { Types = Types, Statuses = Status, MinConfidence = MinConfidence, AsOf = AsOf },
    };
}
