using System.Globalization;
using FluentValidation;
using SupplyGraph.Api.Features.Claims;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Swagger;
using SupplyGraph.Api.Http.Validation;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>A question for routes as a body: the fields of GET /v1/routes, and a scenario.</summary>
[BodyExample("""
    {
      "from": ["china"],
      "via": ["pakistan"],
      "limit": 5,
      "scenario": {
        "removedEntities": ["strait-of-malacca"],
        "changedStatus": [{ "entity": "mega-motor-company", "status": "established" }],
        "claims": [
          {
            "type": "exports_to", "from": "pakistan", "to": "kenya", "component": "electric-vehicle", "status": "potential",
            "publisher": "An analyst", "confidence": 0.6
          }
        ]
      }
    }
    """)]
public sealed record PostRoutesRequest : IRequest
{
    /// <summary>Where a route may start; any of them will do. Left out: any company or country.</summary>
    /// <example>["china"]</example>
    public string[]? From { get; init; }

    /// <summary>Where it may end. Left out: any country or region.</summary>
    public string[]? To { get; init; }

    /// <summary>Places that it must pass between its ends, all of them, in any order; at most 4.</summary>
    /// <example>["pakistan"]</example>
    public string[]? Via { get; init; }

    /// <summary>Places that no stop may lie in.</summary>
    public string[]? Avoid { get; init; }

    /// <summary>The component that the route is about.</summary>
    public string? Component { get; init; }

    /// <summary>Types that legs may have; left out: all.</summary>
    public string[]? Types { get; init; }

    /// <summary>Statuses that legs may have; left out: all.</summary>
    public string[]? Status { get; init; }

    /// <summary>The least confidence of a leg, 0..1.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>The day on which legs must count; left out: today, UTC.</summary>
    /// <example>2026-11-22</example>
    public string? AsOf { get; init; }

    /// <summary>The most legs, 1..12; 6 where left out.</summary>
    /// <example>6</example>
    public int? MaxHops { get; init; }

    /// <summary>How many routes at most, 1..100; 10 where left out.</summary>
    /// <example>5</example>
    public int? Limit { get; init; }

    /// <summary>none, endpoints, countries or around.</summary>
    public string? Distinct { get; init; }

    /// <summary>follow (the default) or ignore.</summary>
    public string? Components { get; init; }

    /// <summary>Takes places exactly.</summary>
    public bool? Exact { get; init; }

    /// <summary>What is assumed for this question.</summary>
    public ScenarioRequest? Scenario { get; init; }

    IValidator IRequest.Validator => PostRoutesValidator.Instance;

    /// <summary>The question alone, in the form that both requests share.</summary>
    internal RouteRequest Question() => new()
    {
        From = From,
        To = To,
        Via = Via,
        Avoid = Avoid,
        Component = Component,
        Types = Types,
        Status = Status,
        MinConfidence = MinConfidence?.ToString("R", CultureInfo.InvariantCulture),
        AsOf = AsOf,
        MaxHops = MaxHops?.ToString(CultureInfo.InvariantCulture),
        Limit = Limit?.ToString(CultureInfo.InvariantCulture),
        Distinct = Distinct,
        Components = Components,
        Exact = Exact?.ToString(CultureInfo.InvariantCulture),
    };
}

internal sealed class PostRoutesValidator : AbstractValidator<PostRoutesRequest>
{
    public static readonly PostRoutesValidator Instance = new();

    private PostRoutesValidator()
    {
        RuleFor(r => r.Scenario).SetValidator(ScenarioValidator.Instance!);
        RuleFor(r => r).Custom((request, context) =>
        {
            // The question may name entities that the scenario's claims create.
            var assumed = ClaimReading.Of(request.Scenario?.Claims ?? [], context.Names()).Created;
            context.Check(request.Question(), RouteValidator.Instance, context.Names().Assuming(assumed));
        });
        RuleFor(r => r.From).Custom(IsNotRemoved);
        RuleFor(r => r.To).Custom(IsNotRemoved);
        RuleFor(r => r.Via).Custom(IsNotRemoved);
        RuleFor(r => r.Component).Custom((component, context) => IsNotRemoved(component is null ? null : [component], context));
    }

    private static void IsNotRemoved(string[]? places, ValidationContext<PostRoutesRequest> context)
    {
        var removed = ScenarioValidator.Removed(context.InstanceToValidate.Scenario, context.Names());
        foreach (var place in places ?? [])
            if (place is not null && context.Names().TryResolve(place, [], out var entity, out _) && removed.Contains(entity.Id))
                context.Fail(ErrorCode.Contradiction, $"'{place}' is asked for and removed by the scenario: leave one of the two out.");
    }
}
