using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Relationships;

/// <summary>Which relationships of which entity are asked for.</summary>
public sealed record RelationshipsOfEntityRequest : RelationshipListRequest, IRequest
{
    [Path("id", "The entity: its id, a name, an alias or an ISO code.", Example = "pakistan")]
    public required string Id { get; init; }

    [Query("direction", "The entity's side: `out` where they lead from it, `in` where they lead to it.",
        Terms = typeof(Direction), Default = "both", Example = "in")]
    public string? Direction { get; init; }

    IValidator IRequest.Validator => RelationshipsOfEntityValidator.Instance;
}

/// <summary>A side of an entity.</summary>
public enum Direction
{
    In,
    Out,
    Both,
}

internal sealed class RelationshipsOfEntityValidator : RelationshipListValidator<RelationshipsOfEntityRequest>
{
    public static readonly RelationshipsOfEntityValidator Instance = new();

    private RelationshipsOfEntityValidator() => RuleFor(r => r.Direction).IsTermOf<RelationshipsOfEntityRequest, Direction>();
}

/// <summary>Lists the relationships of one entity.</summary>
internal static class ListRelationshipsOfEntity
{
    public static Task<Ok<RelationshipPage>> Handle(
        [AsParameters] RelationshipsOfEntityRequest request, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var id = names.InPath(request.Id).Id;
        var direction = Given.Term<Direction>(request.Direction) ?? Direction.Both;
        var query = new RelationshipQuery
        {
            Type = Given.Terms<RelationshipType>(request.Type),
            Status = Given.Terms<Status>(request.Status),
            MinConfidence = Given.Number(request.MinConfidence),
            AsOf = Given.Day(request.AsOf),
            From = direction == Direction.Out ? id : null,
            To = direction == Direction.In ? id : null,
            Entity = direction == Direction.Both ? id : null,
        };
        return ListRelationships.AnswerAsync(request, query, names, store, cancel);
    }
}
