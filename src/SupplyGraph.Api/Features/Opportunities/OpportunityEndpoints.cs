using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Opportunities;
using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Opportunities;

/// <summary>Who could bring a country the stages that it lacks.</summary>
internal static class OpportunityEndpoints
{
    public static RouteGroupBuilder MapOpportunities(this IEndpointRouteBuilder app)
    {
        var countries = app.MapV1("/countries", "Analyses").WithSearch();
        countries.MapGet("/{id}/opportunities", Handle).WithName("findOpportunities").WithSummary("Find who could close a country's gaps")
            .WithDescription("For each stage with no established company in the country, the companies established at it elsewhere, nearest first. What brings "
                + "a company near: being at work in the country, owning, supplying or working with a company at work there, being at work in a country of the "
                + "same (smallest) region, and a home that a corridor, an agreement or a cooperation links to the country. Each tie shows its legs and who "
                + "states them. A company without a tie is counted and not shown.")
            .WithProblems(ProblemKind.NotFound, ProblemKind.GraphTooLarge)
            .CacheOutput(answers => answers.AddPolicy<AnswerCache>(), excludeDefaultPolicy: true);
        return countries;
    }

    private static async Task<Ok<OpportunityPage>> Handle(
        [AsParameters] OpportunityRequest request, NameResolver names, RecentClaims recent, TimeProvider clock, CancellationToken cancel)
    {
        var question = new OpportunityQuestion
        {
            Country = names.InPath(request.Id, EntityKind.Country).Id,
            Filters = request.Filters(clock),
            Limit = Given.WholeNumber(request.Limit, Limits.DefaultOpportunities),
        };
        return TypedResults.Ok(await new OpportunityReport(names, recent).AnswerAsync(question, cancel));
    }
}
