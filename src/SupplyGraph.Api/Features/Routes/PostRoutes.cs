using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>Answers a question for routes over the graph as a scenario assumes it.</summary>
internal static class PostRoutes
{
    public static async Task<Ok<RoutePage>> Handle(
        JsonBody<PostRoutesRequest> body, NameResolver names, IGraphStore store, TimeProvider clock, Budget budget, CancellationToken cancel)
    {
        var request = body.Request;
        if (request.Scenario is null)
        {
            var plain = RouteQuery.Of(request.Question(), names, clock);
            return TypedResults.Ok(await GetRoutes.AnswerAsync(plain, names.Snapshot, new RouteReport(names.Snapshot, names, store), budget, cancel));
        }
        var scenario = ScenarioReading.Of(request.Scenario, names);
        var view = await ScenarioReading.ViewAsync(scenario, names.Snapshot, store, cancel);
        var assuming = names.Assuming(scenario.AddedEntities);
        var query = RouteQuery.Of(request.Question(), assuming, clock) with { Scenario = ScenarioReading.Echo(scenario) };
        // What is removed need not be avoided, and the search knows no such place.
        query = query with { Avoid = [.. query.Avoid.Except(scenario.RemovedEntities)] };
        var report = new RouteReport(view, assuming, store, new Assumed(scenario));
        return TypedResults.Ok(await GetRoutes.AnswerAsync(query, view, report, budget, cancel));
    }
}
