using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>Answers a question for routes over the graph as a scenario assumes it.</summary>
internal static class PostRoutes
{
    public static async Task<Ok<RoutePage>> Handle(
        JsonBody<PostRoutesRequest> body, NameResolver names, IGraphStore store, RecentClaims recent, TimeProvider clock, Budget budget, CancellationToken cancel)
    {
        var request = body.Request;
        return TypedResults.Ok(await NewestView.AnswerAsync<RoutePage>(names, request.Scenario is null ? AnswerAsync : AnswerUnderAsync, cancel));

        Task<RoutePage?> AnswerAsync() =>
            new RouteReport(names, store, recent).AnswerAsync(RouteQuery.Of(request.Question(), names, clock), Assumption.None, budget, cancel);

        async Task<RoutePage?> AnswerUnderAsync()
        {
            var scenario = ScenarioReading.Of(request.Scenario!, names);
            var assumption = await ScenarioReading.AssumeAsync(scenario, names.Snapshot, store, cancel);
            var assuming = names.Assuming(scenario.AddedEntities);
            var query = RouteQuery.Of(request.Question(), assuming, clock) with { Scenario = ScenarioReading.Echo(scenario) };
            // What is removed need not be avoided, and the search knows no such place.
            query = query with { Avoid = [.. query.Avoid.Except(scenario.RemovedEntities)] };
            return await new RouteReport(assuming, store, recent, new Assumed(scenario)).AnswerAsync(query, assumption, budget, cancel);
        }
    }
}
