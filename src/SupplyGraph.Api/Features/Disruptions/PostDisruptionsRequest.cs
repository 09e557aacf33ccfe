using System.Globalization;
using FluentValidation;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Swagger;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Disruptions;

/// <summary>A question for who would be supplied worse under a scenario.</summary>
[BodyExample("""
    {
      "limit": 10,
      "scenario": { "removedEntities": ["china"] }
    }
    """)]
public sealed record PostDisruptionsRequest : IRequest
{
    /// <summary>Types that legs may have; left out: all.</summary>
    public string[]? Types { get; init; }

    /// <summary>Statuses that legs may have; left out: all.</summary>
    public string[]? Status { get; init; }

    /// <summary>The least confidence of a leg, 0..1.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>The day on which legs must count; left out: today, UTC.</summary>
    /// <example>2026-11-22</example>
    public string? AsOf { get; init; }

    /// <summary>The most legs of a route, 1..12; 6 where left out.</summary>
    /// <example>6</example>
    public int? MaxHops { get; init; }

    /// <summary>Items of a page, 1..1,000; 50 where left out.</summary>
    /// <example>10</example>
    public int? Limit { get; init; }

    /// <summary>Continues the ranking: the `next` of the page before, with the same scenario and filters.</summary>
    public string? Cursor { get; init; }

    /// <summary>Required: what is assumed for this question.</summary>
    public ScenarioRequest? Scenario { get; init; }

    IValidator IRequest.Validator => PostDisruptionsValidator.Instance;

    /// <summary>All but the scenario, in the form that parameters have.</summary>
    internal DisruptionFields Fields() => new()
    {
        Types = Types,
        Status = Status,
        MinConfidence = MinConfidence?.ToString("R", CultureInfo.InvariantCulture),
        AsOf = AsOf,
        MaxHops = MaxHops?.ToString(CultureInfo.InvariantCulture),
        Limit = Limit?.ToString(CultureInfo.InvariantCulture),
        Cursor = Cursor,
    };
}

/// <summary>The fields of a question beside its scenario, as texts, for the rules that all questions share.</summary>
internal sealed record DisruptionFields : FilteredRequest
{
    public string? MaxHops { get; init; }
    public string? Limit { get; init; }
    public string? Cursor { get; init; }
}

internal sealed class DisruptionFieldsValidator : FilteredValidator<DisruptionFields>
{
    public static readonly DisruptionFieldsValidator Instance = new();

    private DisruptionFieldsValidator()
    {
        RuleFor(f => f.MaxHops).IsWholeNumber(1, Limits.MaxHops);
        RuleFor(f => f.Limit).IsWholeNumber(1, Limits.MaxPageSize);
        RuleFor(f => f.Cursor).IsCursor();
    }
}

internal sealed class PostDisruptionsValidator : AbstractValidator<PostDisruptionsRequest>
{
    public static readonly PostDisruptionsValidator Instance = new();

    private PostDisruptionsValidator()
    {
        RuleFor(r => r.Scenario).Custom((scenario, context) =>
        {
            if (scenario is null) context.Fail(ErrorCode.Required, "Required: what changes, such as {\"removedEntities\": [\"china\"]}.");
        });
        RuleFor(r => r.Scenario).SetValidator(ScenarioValidator.Instance!);
        RuleFor(r => r).Custom((request, context) => context.Check(request.Fields(), DisruptionFieldsValidator.Instance, context.Names()));
    }
}
