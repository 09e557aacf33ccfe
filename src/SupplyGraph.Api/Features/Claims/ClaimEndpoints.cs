using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Features.Claims;

/// <summary>What sources say: the one way by which relationships come and go.</summary>
internal static class ClaimEndpoints
{
    public static RouteGroupBuilder MapClaims(this IEndpointRouteBuilder app)
    {
        var claims = app.MapV1("/claims", "Claims");
        claims.MapGet("", ListClaims.Handle).WithName("listClaims").WithSummary("List claims")
            .WithDescription("Claims in the order of their ids. Filters narrow.");
        claims.MapGet("/{id}", GetClaim.Handle).WithName("getClaim").WithSummary("Show one claim with its source")
            .WithDescription("What one source says about one relationship.").WithProblems(ProblemKind.NotFound);
        claims.MapPost("", PostClaims.Handle).WithName("addClaims").WithSummary("Add claims")
            .WithDescription("Adds 1 to 1,000 claims, all or none, and derives their relationships anew. Entities are named by id, name, alias or ISO code; "
                + "a name that nothing bears yet creates an entity where its kind is given. Posting a claim twice changes nothing.")
            .Produces<PostClaimsAnswer>(StatusCodes.Status201Created).Produces<PostClaimsAnswer>()
            .WithProblems(ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.ChangesRefused);
        claims.MapDelete("/{id}", DeleteClaim.Handle).WithName("deleteClaim").WithSummary("Remove one claim")
            .WithDescription("Removes the claim and derives its relationship anew; with its last claim a relationship goes. The change feed keeps both ids.")
            .WithProblems(ProblemKind.NotFound);
        return claims;
    }
}
