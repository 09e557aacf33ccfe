using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Features.Relationships;

/// <summary>What claims add up to.</summary>
internal static class RelationshipEndpoints
{
    public static RouteGroupBuilder MapRelationships(this IEndpointRouteBuilder app)
    {
        var relationships = app.MapV1("/relationships", "Relationships");
        relationships.MapGet("", ListRelationships.Handle).WithName("listRelationships").WithSummary("List relationships")
            .WithDescription("Relationships in the order of their ids. Filters narrow; values of one filter are alternatives.");
        relationships.MapGet("/{id}", GetRelationship.Handle).WithName("getRelationship").WithSummary("Show one relationship with its evidence")
            .WithDescription("The relationship with every claim that states it, the sources that these cite, and every value on which they disagree.")
            .WithProblems(ProblemKind.NotFound);

        var ofEntity = app.MapV1("/entities/{id}/relationships", "Entities");
        ofEntity.MapGet("", ListRelationshipsOfEntity.Handle).WithName("listRelationshipsOfEntity").WithSummary("List the relationships of one entity")
            .WithDescription("Relationships at whose end the entity stands. "
                + "For types that join their ends either way (partners_with, cooperates_with) the side says nothing: ask for both.")
            .WithProblems(ProblemKind.NotFound);
        return relationships;
    }
}
