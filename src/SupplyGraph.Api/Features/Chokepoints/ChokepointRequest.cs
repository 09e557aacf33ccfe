using FluentValidation;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Chokepoints;

/// <summary>A question for what routes cannot do without: the routes, as in a question for them, and how much is wanted of the answer.</summary>
public sealed record ChokepointRequest : RoutePlacesRequest, IRequest
{
    [Query("top", "Chokepoints of each list.", Type = ParameterType.WholeNumber, Minimum = 1, Maximum = Limits.MaxListed, Default = "10", Example = "5")]
    public string? Top { get; init; }

    /// <summary>The question for the routes between the most plausible pairs of ends.</summary>
    internal RouteQuery Query(NameResolver names, TimeProvider clock) => RouteQuery.Of(this, Limits.MaxEndPairs, Distinct.Endpoints, names, clock);

    IValidator IRequest.Validator => ChokepointValidator.Instance;
}

internal sealed class ChokepointValidator : RoutePlacesValidator<ChokepointRequest>
{
    public static readonly ChokepointValidator Instance = new();

    private ChokepointValidator() => RuleFor(r => r.Top).IsWholeNumber(1, Limits.MaxListed);
}
