using FluentValidation;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Hubs;

/// <summary>Which countries are compared as hubs.</summary>
public sealed record HubRequest : FilteredRequest, IRequest
{
    [Query("country", "A country to compare: an id, name, alias or ISO code; repeat for up to 8.", MaxValues = Limits.MaxHubCountries, Example = "pakistan")]
    public string[]? Country { get; init; }

    [Query("limit", "How many entities each list shows; all are counted.", Type = ParameterType.WholeNumber, Minimum = 1, Maximum = Limits.MaxHubLinks,
        Default = "50", Example = "10")]
    public string? Limit { get; init; }

    IValidator IRequest.Validator => HubValidator.Instance;
}

internal sealed class HubValidator : FilteredValidator<HubRequest>
{
    public static readonly HubValidator Instance = new();

    private HubValidator()
    {
        RuleFor(r => r.Country).HasAtMost(Limits.MaxHubCountries).Custom(NeedsACountry);
        RuleForEach(r => r.Country).NamesAn(EntityKind.Country);
        RuleFor(r => r.Limit).IsWholeNumber(1, Limits.MaxHubLinks);
    }

    private static void NeedsACountry(string[]? countries, ValidationContext<HubRequest> context)
    {
        if (countries is null or []) context.Fail(ErrorCode.Required, "At least one country is needed, such as country=pakistan.");
    }
}
