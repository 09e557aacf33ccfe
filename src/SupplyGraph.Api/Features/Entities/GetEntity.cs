using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>Which entity is asked for.</summary>
public record EntityRequest : IRequest
{
    [Path("id", "The entity: its id, a name, an alias or an ISO code.", Example = "pakistan")]
    public required string Id { get; init; }

    IValidator IRequest.Validator => EntityValidator.Instance;
}

internal sealed class EntityValidator : AbstractValidator<EntityRequest>
{
    public static readonly EntityValidator Instance = new();

    private EntityValidator() => RuleFor(r => r.Id).IsNoLongerThan(Limits.NameLength);
}

/// <summary>An entity with what is known about it.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Home">The country that a company is based in.</param>
/// <param name="Relationships">How many relationships it has, by type and side.</param>
/// <param name="Links">Where to go on.</param>
/// <param name="Version">The version of the graph.</param>
public sealed record EntityDetail(EntityAnswer Entity, EntityReference? Home, IReadOnlyList<RelationshipCount> Relationships, EntityLinks Links, long Version);

/// <summary>Addresses that go on from an entity.</summary>
/// <param name="Self">The entity.</param>
/// <param name="Relationships">Its relationships.</param>
/// <param name="RoutesThrough">Routes that pass it; for countries, regions and companies.</param>
public sealed record EntityLinks(string Self, string Relationships, string? RoutesThrough);

/// <summary>Shows one entity.</summary>
internal static class GetEntity
{
    public static async Task<Ok<EntityDetail>> Handle([AsParameters] EntityRequest request, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var reference = names.InPath(request.Id);
        var entities = await store.GetEntitiesAsync([reference.Id], cancel);
        var entity = entities.GetValueOrDefault(reference.Id) ?? throw ProblemException.NotFound("entity", request.Id);
        var answer = EntityAnswer.Of(entity, names.Snapshot);
        var home = answer.Home is { } id && names.View.Names.Get(id) is { } country ? EntityReference.Of(country) : null;
        var counts = RelationshipCounts.Of(await store.GetDegreesAsync(names.View, entity.Id, cancel));
        return TypedResults.Ok(new EntityDetail(answer, home, counts, LinksOf(entity), names.Snapshot.Version));
    }

    private static EntityLinks LinksOf(Entity entity)
    {
        var self = $"/v1/entities/{Uri.EscapeDataString(entity.Id)}";
        var passable = entity.Kind is EntityKind.Country or EntityKind.Region or EntityKind.Company;
        return new EntityLinks(self, $"{self}/relationships", passable ? $"/v1/routes?via={Uri.EscapeDataString(entity.Id)}" : null);
    }
}
