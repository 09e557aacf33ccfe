using FluentValidation;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Opportunities;

/// <summary>The country whose gaps are to be closed.</summary>
public sealed record OpportunityRequest : FilteredRequest, IRequest
{
    [Path("id", "The country: its id, a name, an alias or an ISO code.", Example = "pakistan")]
    public required string Id { get; init; }

    [Query("limit", "How many companies are shown for each missing stage; all are counted.", Type = ParameterType.WholeNumber, Minimum = 1,
        Maximum = Limits.MaxOpportunities, Default = "10", Example = "3")]
    public string? Limit { get; init; }

    IValidator IRequest.Validator => OpportunityValidator.Instance;
}

internal sealed class OpportunityValidator : FilteredValidator<OpportunityRequest>
{
    public static readonly OpportunityValidator Instance = new();

    private OpportunityValidator()
    {
        RuleFor(r => r.Id).IsNoLongerThan(Limits.NameLength);
        RuleFor(r => r.Limit).IsWholeNumber(1, Limits.MaxOpportunities);
    }
}
