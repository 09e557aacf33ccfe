using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Chokepoints;

/// <summary>What single place would cut routes.</summary>
internal static class ChokepointEndpoints
{
    public static RouteGroupBuilder MapChokepoints(this IEndpointRouteBuilder app)
    {
        var chokepoints = app.MapV1("/chokepoints", "Analyses").WithSearch();
        chokepoints.MapGet("", Handle).WithName("findChokepoints").WithSummary("What the routes of a question cannot do without")
            .WithDescription("Over the 500 most plausible pairs of first and last stop: the companies, countries, corridors and components of their best routes, "
                + "by the part of the plausibility that is lost without each, with the pairs that are cut off and the best detour of the worst-hit pair.");
        return chokepoints;
    }

    private static async Task<Ok<ChokepointPage>> Handle(
        [AsParameters] ChokepointRequest request, NameResolver names, IGraphStore store, RecentClaims recent, TimeProvider clock, Budget budget,
        CancellationToken cancel)
    {
        var report = new ChokepointReport(names, store, recent, budget);
        var top = Given.WholeNumber(request.Top, Limits.DefaultListed);
        return TypedResults.Ok(await NewestView.AnswerAsync(names, () => report.AnswerAsync(request.Query(names, clock), top, cancel), cancel));
    }
}
