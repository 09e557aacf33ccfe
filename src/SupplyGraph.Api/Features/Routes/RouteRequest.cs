using FluentValidation;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>A question for routes, as it stands in an address.</summary>
public sealed record RouteRequest : RoutePlacesRequest, IRequest
{
    [Query("limit", "How many routes at most.", Type = ParameterType.WholeNumber, Minimum = 1, Maximum = Limits.MaxRoutes, Default = "10", Example = "10")]
    public string? Limit { get; init; }

    [Query("distinct", "Keeps only the best route per first and last stop (endpoints), per chain of countries (countries), "
        + "or per chain of countries around the vias (around). Left out: none with both ends given, else around with a via, countries without.",
        Terms = typeof(Distinct), Example = "around")]
    public string? Distinct { get; init; }

    IValidator IRequest.Validator => RouteValidator.Instance;
}

internal sealed class RouteValidator : RoutePlacesValidator<RouteRequest>
{
    public static readonly RouteValidator Instance = new();

    private RouteValidator()
    {
        RuleFor(r => r.Limit).IsWholeNumber(1, Limits.MaxRoutes);
        RuleFor(r => r.Distinct).IsTermOf<RouteRequest, Distinct>();
    }
}
