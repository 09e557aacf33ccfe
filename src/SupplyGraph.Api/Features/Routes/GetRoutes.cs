using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Formats;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>Answers a question for routes over the graph as it is.</summary>
internal static class GetRoutes
{
    public static async Task<IResult> Handle(
        [AsParameters] RouteRequest request, AnswerFormat format, NameResolver names, IGraphStore store, RecentClaims recent, TimeProvider clock, Budget budget,
        CancellationToken cancel)
    {
        return await RouteFormats.ShowAsync(await NewestView.AnswerAsync(names, AnswerAsync, cancel), format, store, cancel);

        Task<RoutesFound?> AnswerAsync() =>
            new RouteReport(names, store, recent).AnswerAsync(RouteQuery.Of(request, names, clock), Assumption.None, budget, cancel);
    }
}
