using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Features.Claims;
using SupplyGraph.Api.Features.Sources;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Relationships;

/// <summary>Which relationship is asked for.</summary>
public sealed record RelationshipRequest : IRequest
{
    [Path("id", "The relationship: `type~from~to~component~role`, with nothing for no component and no role; entities by id, name, alias or ISO code.",
        Example = "headquartered_in~byd~china~~")]
    public required string Id { get; init; }

    IValidator IRequest.Validator => RelationshipRequestValidator.Instance;
}

internal sealed class RelationshipRequestValidator : AbstractValidator<RelationshipRequest>
{
    public static readonly RelationshipRequestValidator Instance = new();

    private RelationshipRequestValidator() => RuleFor(r => r.Id).IsNoLongerThan(Limits.TextLength);
}

/// <summary>A relationship with all of its evidence.</summary>
/// <param name="Relationship">What the claims add up to.</param>
/// <param name="From">The entity that it leads from.</param>
/// <param name="To">The entity that it leads to.</param>
/// <param name="Component">The component that moves.</param>
/// <param name="Claims">Every claim, in the order of ids.</param>
/// <param name="Sources">The sources that the claims cite.</param>
/// <param name="Version">The version of the graph.</param>
public sealed record RelationshipDetail(
    RelationshipAnswer Relationship, EntityReference From, EntityReference To, EntityReference? Component,
    IReadOnlyList<ClaimAnswer> Claims, IReadOnlyList<SourceAnswer> Sources, long Version);

/// <summary>Shows one relationship.</summary>
internal static class GetRelationship
{
    public static async Task<Ok<RelationshipDetail>> Handle(
        [AsParameters] RelationshipRequest request, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var id = RelationshipIds.Normalise(request.Id, names);
        var found = await store.GetRelationshipsAsync([id], cancel);
        var relationship = found.GetValueOrDefault(id) ?? throw ProblemException.NotFound("relationship", request.Id);
        var claims = (await store.GetClaimsOfAsync([id], cancel)).GetValueOrDefault(id) ?? [];
        var sources = await store.GetSourcesAsync([.. claims.Select(c => c.SourceId).Distinct()], cancel);
        var key = relationship.Key;
        return TypedResults.Ok(new RelationshipDetail(
            RelationshipAnswer.Of(relationship), names.Reference(key.From), names.Reference(key.To),
            key.Component is null ? null : names.Reference(key.Component), [.. claims.Select(ClaimAnswer.Of)],
            [.. sources.Values.OrderBy(s => s.Id, StringComparer.Ordinal).Select(SourceAnswer.Of)], names.Snapshot.Version));
    }
}
