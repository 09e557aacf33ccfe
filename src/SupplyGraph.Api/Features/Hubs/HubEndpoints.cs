using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Hubs;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Hubs;

/// <summary>Countries side by side as places where the supply chain is made.</summary>
internal static class HubEndpoints
{
    public static RouteGroupBuilder MapHubs(this IEndpointRouteBuilder app)
    {
        // No AnswerCache: it sorts the values of a parameter in place, and here their order is that of the answer.
        var hubs = app.MapV1("/hubs", "Analyses").WithSearch();
        hubs.MapGet("", Handle).WithName("compareHubs").WithSummary("Compare countries as hubs")
            .WithDescription("For each country and stage of the chain the companies at work by status and where imports come from; the markets it exports to, "
                + "the policies that apply, the corridors that connect it, the best route through it to every region, and the stages that it misses. "
                + "A company works at a stage by an operates_in relationship: with the role mining, refining, charging or recycling, or by making (for software "
                + "also researching) a component of that stage.")
            .WithProblems(ProblemKind.GraphTooLarge);
        return hubs;
    }

    private static async Task<Ok<HubPage>> Handle(
        [AsParameters] HubRequest request, NameResolver names, IGraphStore store, RecentClaims recent, TimeProvider clock, Budget budget, CancellationToken cancel)
    {
        var question = new HubQuestion
        {
            Countries = names.Ids(request.Country, EntityKind.Country),
            Filters = request.Filters(clock),
            Limit = Given.WholeNumber(request.Limit, Limits.DefaultHubLinks),
        };
        return TypedResults.Ok(await new HubReport(names, store, recent).AnswerAsync(question, budget, cancel));
    }
}
