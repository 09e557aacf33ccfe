using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Statistics;

/// <summary>How much of everything there is.</summary>
internal static class GetStatistics
{
    public static RouteGroupBuilder MapStatistics(this IEndpointRouteBuilder app)
    {
        var statistics = app.MapV1("/stats", "Service");
        statistics.MapGet("", Handle).WithName("getStatistics").WithSummary("Count everything")
            .WithDescription("How many entities, relationships, claims and sources there are, by kind, type and status, and how many are disputed.");
        return statistics;
    }

    private static async Task<Ok<GraphStatistics>> Handle(IGraphStore store, CancellationToken cancel) =>
        TypedResults.Ok(await store.GetStatisticsAsync(cancel));
}
