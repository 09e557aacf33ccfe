using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Features.Sources;

/// <summary>Publications that claims cite.</summary>
internal static class SourceEndpoints
{
    public static RouteGroupBuilder MapSources(this IEndpointRouteBuilder app)
    {
        var sources = app.MapV1("/sources", "Sources");
        sources.MapGet("", ListSources.Handle).WithName("listSources").WithSummary("List sources")
            .WithDescription("Publications that claims cite, in the order of their ids.");
        sources.MapGet("/{id}", GetSource.Handle).WithName("getSource").WithSummary("Show one source with its claims")
            .WithDescription("The publication and, page by page, the claims that cite it.").WithProblems(ProblemKind.NotFound);
        return sources;
    }
}
