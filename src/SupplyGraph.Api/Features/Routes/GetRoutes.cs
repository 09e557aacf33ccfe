using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>Answers a question for routes over the graph as it is.</summary>
internal static class GetRoutes
{
    public static async Task<Ok<RoutePage>> Handle(
        [AsParameters] RouteRequest request, NameResolver names, IGraphStore store, RecentClaims recent, TimeProvider clock, Budget budget, CancellationToken cancel)
    {
        return TypedResults.Ok(await NewestView.AnswerAsync(names, AnswerAsync, cancel));

        Task<RoutePage?> AnswerAsync() => new RouteReport(names, store, recent).AnswerAsync(RouteQuery.Of(request, names, clock), Assumption.None, budget, cancel);
    }
}
