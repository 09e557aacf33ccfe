using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>The first question of all: which supply routes could there be.</summary>
internal static class RouteEndpoints
{
    private const string InFormats = "By the Accept header the legs come as GeoJSON for a map, or as CSV for a spreadsheet.";

    public static RouteGroupBuilder MapRoutes(this IEndpointRouteBuilder app)
    {
        var routes = app.MapV1("/routes", "Routes").WithSearch().WithFormats(RouteFormats.All).WithMetadata([.. RouteCsv.Headers]);
        routes.MapGet("", GetRoutes.Handle).WithName("findRoutes").WithSummary("Find the most plausible supply routes")
            .WithDescription("The k most plausible routes from, to or through places, best first, each leg with the claims and sources that state it. "
                + "At least one of from, to and via is needed. A country stands for itself and the companies based there, a region for its members, "
                + "a component for its kinds. No such route is an empty list with the nearest obstacle. " + InFormats)
            .CacheOutput(answers => answers.AddPolicy<AnswerCache>(), excludeDefaultPolicy: true);
        routes.MapPost("", PostRoutes.Handle).WithName("findRoutesUnder").WithSummary("Find routes under a scenario")
            .WithDescription("The same question as a body, with a scenario: entities or relationships removed, statuses changed, claims added, "
                + "for this one question; nothing is stored. " + InFormats)
            .WithProblems(ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.ChangesRefused);
        return routes;
    }
}
