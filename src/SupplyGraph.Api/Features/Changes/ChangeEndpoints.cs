using SupplyGraph.Api.Http;

namespace SupplyGraph.Api.Features.Changes;

/// <summary>The feed of what changed.</summary>
internal static class ChangeEndpoints
{
    public static RouteGroupBuilder MapChanges(this IEndpointRouteBuilder app)
    {
        var changes = app.MapV1("/changes", "Changes");
        changes.MapGet("", ListChanges.Handle).WithName("listChanges").WithSummary("List what changed since a version")
            .WithDescription("What every commit created, changed and removed, oldest first; removals included, so that a copy can be kept true.");
        return changes;
    }
}
