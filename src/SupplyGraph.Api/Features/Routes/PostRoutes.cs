using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Formats;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Routes;

/// <summary>Answers a question for routes over the graph as a scenario assumes it.</summary>
internal static class PostRoutes
{
    public static async Task<IResult> Handle(
        JsonBody<PostRoutesRequest> body, AnswerFormat format, NameResolver names, IGraphStore store, RecentClaims recent, TimeProvider clock, Budget budget,
        CancellationToken cancel)
    {
        var request = body.Request;
        var found = await NewestView.AnswerAsync<RoutesFound>(names, request.Scenario is null ? AnswerAsync : AnswerUnderAsync, cancel);
        return await RouteFormats.ShowAsync(found, format, store, cancel);

        Task<RoutesFound?> AnswerAsync() =>
            new RouteReport(names, store, recent).AnswerAsync(RouteQuery.Of(request.Question(), names, clock), Assumption.None, budget, cancel);

        async Task<RoutesFound?> AnswerUnderAsync()
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
