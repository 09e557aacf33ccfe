using FluentValidation;
using SupplyGraph.Api.Features.Claims;
using SupplyGraph.Api.Features.Relationships;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>
/// Changes assumed for one question, never stored: first removals, then changes of status, then claims added; then all relationships are derived anew.
/// </summary>
public sealed record ScenarioRequest
{
    /// <summary>Entities that are no more: as stops, as ends or components of relationships, and as homes (their companies stay). At most 200.</summary>
    /// <example>["strait-of-malacca"]</example>
    public string[]? RemovedEntities { get; init; }

    /// <summary>Ids of relationships that are no more. At most 200.</summary>
    public string[]? RemovedRelationships { get; init; }

    /// <summary>
    /// Statuses that replace the derived ones. At most 200. What is established counts from the day it begins: give asOf where that lies ahead.
    /// </summary>
    public StatusChangeRequest?[]? ChangedStatus { get; init; }

    /// <summary>Claims that combine with the stored ones and may create entities, in the fields of POST /v1/claims. At most 200.</summary>
    public ClaimRequest?[]? Claims { get; init; }
}

/// <summary>Another status for one relationship, or for every relationship from, to or naming an entity. Give one of the two.</summary>
public sealed record StatusChangeRequest
{
    /// <summary>An entity: its id, name, alias or ISO code.</summary>
    /// <example>china-pakistan-economic-corridor</example>
    public string? Entity { get; init; }

    /// <summary>A relationship's id.</summary>
    public string? Relationship { get; init; }

    /// <summary>established, announced or potential.</summary>
    /// <example>established</example>
    public string? Status { get; init; }
}

internal sealed class ScenarioValidator : AbstractValidator<ScenarioRequest>
{
    public static readonly ScenarioValidator Instance = new();

    private ScenarioValidator()
    {
        RuleFor(s => s.RemovedEntities).HasAtMost(Limits.MaxScenarioChanges);
        RuleFor(s => s.RemovedRelationships).HasAtMost(Limits.MaxScenarioChanges);
        RuleFor(s => s.ChangedStatus).HasAtMost(Limits.MaxScenarioChanges);
        RuleFor(s => s.Claims).HasAtMost(Limits.MaxScenarioChanges);
        RuleForEach(s => s.RemovedEntities).NamesAn();
        RuleForEach(s => s.RemovedRelationships).NamesARelationship();
        RuleForEach(s => s.ChangedStatus).SetValidator(StatusChangeValidator.Instance!);
        RuleForEach(s => s.Claims).SetValidator(ClaimRequestValidator.Instance!);
        RuleFor(s => s.Claims).Custom(CheckNames);
    }

    private static void CheckNames(ClaimRequest?[]? claims, ValidationContext<ScenarioRequest> context)
    {
        var names = context.Names();
        var reading = ClaimReading.Of(claims ?? [], names);
        reading.FailUnresolved(context, context.PropertyPath);
        var removed = Removed(context.InstanceToValidate, names);
        if (reading.Claims.FirstOrDefault(NamesRemoved) is { } claim)
            context.Fail(ErrorCode.Contradiction, $"A claim about {claim.Key.Id} is added and one of its entities removed: leave one of the two out.");

        bool NamesRemoved(Claim claim) =>
            removed.Contains(claim.From) || removed.Contains(claim.To) || (claim.Component is { } part && removed.Contains(part));
    }

    /// <summary>The ids of removed entities, as far as they resolve.</summary>
    internal static HashSet<string> Removed(ScenarioRequest? scenario, NameResolver names) =>
        [
            .. (scenario?.RemovedEntities ?? [])
                .Select(text => text is not null && names.TryResolve(text, [], out var entity, out _) ? entity.Id : null)
                .OfType<string>(),
        ];
}

internal sealed class StatusChangeValidator : AbstractValidator<StatusChangeRequest>
{
    public static readonly StatusChangeValidator Instance = new();

    private StatusChangeValidator()
    {
        RuleFor(c => c.Entity).NamesAn();
        RuleFor(c => c.Relationship).NamesARelationship();
        RuleFor(c => c.Status).IsRequired("established, announced or potential");
        RuleFor(c => c.Status).IsTermOf<StatusChangeRequest, Status>();
        RuleFor(c => c.Entity).Custom((entity, context) =>
        {
            if (entity is null == context.InstanceToValidate.Relationship is null) context.Fail(ErrorCode.Required, "Give either an entity or a relationship.");
        });
    }
}
