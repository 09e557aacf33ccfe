using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Graph;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>Answers a question for routes over the graph as it is.</summary>
internal static class GetRoutes
{
    public static async Task<Ok<RoutePage>> Handle(
        [AsParameters] RouteRequest request, NameResolver names, IGraphStore store, TimeProvider clock, Budget budget, CancellationToken cancel)
    {
        var query = RouteQuery.Of(request, names, clock);
        return TypedResults.Ok(await AnswerAsync(query, names.Snapshot, new RouteReport(names.Snapshot, names, store), budget, cancel));
    }

    /// <summary>Searches a graph and puts names and evidence to what is found.</summary>
    public static async Task<RoutePage> AnswerAsync(RouteQuery query, Snapshot snapshot, RouteReport report, Budget budget, CancellationToken cancel)
    {
        var answer = RouteSearch.Find(snapshot, query.ToQuestion(), budget, cancel);
        var routes = await report.ShowAsync(answer.Routes, cancel);
        return new RoutePage(query, answer.Complete, answer.StoppedBy, answer.Expanded, snapshot.Version, routes, answer.Obstacle);
    }
}
