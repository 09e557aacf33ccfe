using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Swagger;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>An entity as it shall be. What is left out is empty afterwards.</summary>
[BodyExample("""
    { "kind": "country", "name": "Pakistan", "aliases": ["Islamic Republic of Pakistan"], "iso2": "PK", "iso3": "PAK", "latitude": 30.38, "longitude": 69.35 }
    """)]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutEntityRequest : IRequest
{
    /// <summary>company, component, country, region, vehicle, policy or corridor. Fixed once relationships use the entity.</summary>
    /// <example>company</example>
    public string? Kind { get; init; }

    /// <summary>Its name, at most 500 characters.</summary>
    /// <example>Karachi Motors</example>
    public string? Name { get; init; }

    /// <summary>Other names that resolve to it, at most 50.</summary>
    public string[]? Aliases { get; init; }

    /// <summary>A company's home country: an id, name or ISO code.</summary>
    /// <example>pakistan</example>
    public string? Country { get; init; }

    /// <summary>ISO 3166-1 alpha-2; countries only.</summary>
    public string? Iso2 { get; init; }

    /// <summary>ISO 3166-1 alpha-3; countries only.</summary>
    public string? Iso3 { get; init; }

    /// <summary>Degrees north, -90..90.</summary>
    /// <example>24.86</example>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, -180..180.</summary>
    /// <example>67.01</example>
    public double? Longitude { get; init; }

    /// <summary>A component's stage in the supply chain.</summary>
    public string? Stage { get; init; }

    /// <summary>Its own page.</summary>
    /// <example>https://example.org</example>
    public string? Url { get; init; }

    IValidator IRequest.Validator => PutEntityValidator.Instance;

    /// <summary>The entity, over ids.</summary>
    /// <param name="country">The id of its country, or null.</param>
    internal Entity ToEntity(string id, string? country) => EntityRules.Normalised(new Entity(id, Given.Term<EntityKind>(Kind) ?? default, Name ?? "")
    {
        Aliases = Aliases ?? [],
        Country = country,
        Iso2 = Iso2,
        Iso3 = Iso3,
        Latitude = Latitude,
        Longitude = Longitude,
        Stage = Given.Term<Stage>(Stage),
        Url = Url,
    });
}

internal sealed class PutEntityValidator : AbstractValidator<PutEntityRequest>
{
    public static readonly PutEntityValidator Instance = new();

    // Only that the model's own rules about an entity's fields can be asked before its id is known.
    private const string SomeId = "id";

    private PutEntityValidator()
    {
        RuleFor(r => r.Kind).IsRequired($"one of {string.Join(", ", Term.All<EntityKind>())}");
        RuleFor(r => r.Kind).IsTermOf<PutEntityRequest, EntityKind>();
        RuleFor(r => r.Name).IsRequired("a name");
        RuleFor(r => r.Country).NamesAn(EntityKind.Country);
        RuleFor(r => r.Stage).IsTermOf<PutEntityRequest, Stage>();
        RuleFor(r => r.Url).IsWebAddress();
        RuleFor(r => r).Custom(CheckRules);
    }

    private static void CheckRules(PutEntityRequest request, ValidationContext<PutEntityRequest> context)
    {
        if (request.Name is null || Given.Term<EntityKind>(request.Kind) is null) return;
        var aliases = request.Aliases?.OfType<string>().ToArray();
        foreach (var broken in EntityRules.Check((request with { Aliases = aliases }).ToEntity(SomeId, request.Country)))
            context.AddFailure(new ValidationFailure(Refusals.Camel(broken.Field), broken.Message) { ErrorCode = broken.Code });
    }
}

/// <summary>What became of an entity that was put.</summary>
/// <param name="Outcome">created, changed or unchanged.</param>
/// <param name="Entity">The entity as it now is.</param>
/// <param name="Version">The version of the graph in which it is so.</param>
public sealed record PutEntityAnswer(PutOutcome Outcome, EntityAnswer Entity, long Version);

/// <summary>What putting an entity did.</summary>
public enum PutOutcome
{
    Created,
    Changed,
    Unchanged,
}

/// <summary>Adds an entity or replaces one.</summary>
internal static class PutEntity
{
    public static async Task<IResult> Handle(
        [AsParameters] EntityRequest place, JsonBody<PutEntityRequest> body, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var country = string.IsNullOrWhiteSpace(body.Request.Country) ? null : names.Id(body.Request.Country, EntityKind.Country);
        var entity = body.Request.ToEntity(IdOf(place.Id, names), country);
        var result = await CommitAsync(entity, store, cancel);
        var view = await store.GetViewAsync(cancel);
        var outcome = result.EntitiesCreated > 0 ? PutOutcome.Created : result.EntitiesChanged > 0 ? PutOutcome.Changed : PutOutcome.Unchanged;
        var answer = new PutEntityAnswer(outcome, EntityAnswer.Of(entity, view.Snapshot), result.Version);
        return outcome == PutOutcome.Created ? TypedResults.Created($"/v1/entities/{Uri.EscapeDataString(entity.Id)}", answer) : TypedResults.Ok(answer);
    }

    /// <summary>The id of the entity that the path names, or a new id.</summary>
    private static string IdOf(string given, NameResolver names)
    {
        if (names.TryResolve(given, [], out var known, out var error)) return known.Id;
        if (error.Code == ErrorCode.AmbiguousName) return names.InPath(given).Id;
        return NameKey.IsId(given) ? given : throw ProblemException.Invalid("id", ErrorCode.InvalidId,
            $"'{given}' names no entity and is no id for a new one: lower-case letters and digits joined by single hyphens, such as '{NameKey.Slug(given)}'.");
    }

    private static async Task<CommitResult> CommitAsync(Entity entity, IGraphStore store, CancellationToken cancel)
    {
        try
        {
            return await store.CommitAsync(new ChangeSet { Entities = [entity] }, cancel);
        }
        catch (ChangesRefusedException refused)
        {
            throw Refusals.ToProblem(refused, r => Refusals.Camel(r.Field));
        }
    }
}
