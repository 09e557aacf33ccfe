using FluentValidation;
using SupplyGraph.Analysis.Tiers;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Tiers;

/// <summary>A question for the suppliers or customers of one entity.</summary>
public sealed record TierRequest : FilteredRequest, IRequest
{
    [Path("id", "The entity, taken exactly: its id, a name, an alias or an ISO code.", Example = "mercedes-benz")]
    public required string Id { get; init; }

    [Query("tiers", "The most legs between the entity and another.", Type = ParameterType.WholeNumber, Minimum = 1, Maximum = Limits.MaxTiers,
        Default = "3", Example = "3")]
    public string? Tiers { get; init; }

    [Query("component", "Only routes of this component: every leg that names a component names it, its kinds, what goes into it or what it goes into.",
        Example = "lithium-ion-battery-cell")]
    public string? Component { get; init; }

    [Query("limit", "Members of a page.", Type = ParameterType.WholeNumber, Minimum = 1, Maximum = Limits.MaxPageSize, Default = "50", Example = "20")]
    public string? Limit { get; init; }

    [Query("cursor", "Continues a list: the `next` of the page before, with the same filters.")]
    public string? Cursor { get; init; }

    IValidator IRequest.Validator => TierValidator.Instance;
}

internal sealed class TierValidator : FilteredValidator<TierRequest>
{
    public static readonly TierValidator Instance = new();

    private TierValidator()
    {
        RuleFor(r => r.Tiers).IsWholeNumber(1, Limits.MaxTiers);
        RuleFor(r => r.Component).NamesAn(EntityKind.Component);
        RuleFor(r => r.Limit).IsWholeNumber(1, Limits.MaxPageSize);
        RuleFor(r => r.Cursor).IsCursor();
    }
}

/// <summary>The question as it was understood.</summary>
/// <param name="Entity">The id of the entity.</param>
/// <param name="Side">Whether routes lead to it or from it.</param>
/// <param name="Tiers">The most legs, 1..5.</param>
/// <param name="Component">The id of the component asked for.</param>
/// <param name="Types">Types of legs.</param>
/// <param name="Status">Statuses of legs; empty for all.</param>
/// <param name="MinConfidence">The least confidence of a leg, 0..1.</param>
/// <param name="AsOf">The day on which legs count.</param>
public sealed record TierQuery(
    string Entity, TierSide Side, int Tiers, string? Component, IReadOnlyList<RelationshipType> Types, IReadOnlyList<Status> Status, double MinConfidence,
    DateOnly AsOf)
{
    /// <summary>Reads a request that has passed its validator.</summary>
    public static TierQuery Of(TierRequest request, TierSide side, NameResolver names, TimeProvider clock)
    {
        var filters = request.Filters(clock);
        return new TierQuery(
            names.InPath(request.Id).Id,
            side,
            Given.WholeNumber(request.Tiers, Limits.DefaultTiers),
            request.Component is { } component ? names.Id(component, EntityKind.Component) : null,
            filters.Types.Count > 0 ? filters.Types : TierQuestion.DefaultTypes,
            filters.Statuses,
            filters.MinConfidence,
            filters.AsOf);
    }

    public TierQuestion ToQuestion() => new()
    {
        Entity = Entity,
        Side = Side,
        Tiers = Tiers,
        Component = Component,
        Filters = new() { Types = Types, Statuses = Status, MinConfidence = MinConfidence, AsOf = AsOf },
    };
}
