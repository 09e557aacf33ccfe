using FluentValidation;
using SupplyGraph.Analysis.Concentrations;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Concentrations;

/// <summary>A question for how few hold how much of a component.</summary>
public sealed record ConcentrationRequest : FilteredRequest, IRequest
{
    [Query("component", "Required: the component; its kinds belong to it.", Example = "battery-separator")]
    public string? Component { get; init; }

    [Query("by", "Whose shares: those of countries or of companies.", Terms = typeof(ConcentrationBy), Default = "country", Example = "country")]
    public string? By { get; init; }

    [Query("measure", "What is shared: companies at work on it (makers; by company, the countries that each works in), destinations that countries export to "
        + "(exports; only by country), or the stated amounts of the most frequent unit (capacity).",
        Terms = typeof(ConcentrationMeasure), Default = "makers", Example = "capacity")]
    public string? Measure { get; init; }

    IValidator IRequest.Validator => ConcentrationValidator.Instance;
}

internal sealed class ConcentrationValidator : FilteredValidator<ConcentrationRequest>
{
    public static readonly ConcentrationValidator Instance = new();

    private ConcentrationValidator()
    {
        RuleFor(r => r.Component).IsRequired("a component, such as component=battery-separator");
        RuleFor(r => r.Component).NamesAn(EntityKind.Component);
        RuleFor(r => r.By).IsTermOf<ConcentrationRequest, ConcentrationBy>();
        RuleFor(r => r.Measure).IsTermOf<ConcentrationRequest, ConcentrationMeasure>();
        RuleFor(r => r.Measure).Custom((measure, context) =>
        {
            if (Given.Term<ConcentrationMeasure>(measure) == ConcentrationMeasure.Exports
                && Given.Term<ConcentrationBy>(context.InstanceToValidate.By) == ConcentrationBy.Company)
                context.Fail(ErrorCode.Contradiction, "Exports are stated of countries: ask by=country, or for makers or capacity of companies.");
        });
    }
}
