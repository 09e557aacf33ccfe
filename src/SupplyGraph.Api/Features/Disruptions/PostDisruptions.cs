using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Disruptions;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Features.Routes;
using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Disruptions;

/// <summary>Compares the graph as it is with the graph as a scenario assumes it.</summary>
internal static class PostDisruptions
{
    public static RouteGroupBuilder MapDisruptions(this IEndpointRouteBuilder app)
    {
        var disruptions = app.MapV1("/disruptions", "Analyses").WithSearch();
        disruptions.MapPost("", Handle).WithName("findDisruptions").WithSummary("Say who would be supplied worse under a scenario")
            .WithDescription("For every component and every company, country or vehicle that a route ends at with it: the best route before and after, the "
                + "greatest loss first. Only what changes is listed. A receiver that keeps a supplier is not called weaker because that supplier is: what "
                + "stands before the last leg plays no part.")
            .WithProblems(ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.ChangesRefused, ProblemKind.GraphTooLarge);
        return disruptions;
    }

    private static async Task<Ok<DisruptionPage>> Handle(
        JsonBody<PostDisruptionsRequest> body, NameResolver names, IGraphStore store, EvidenceReading evidence, TimeProvider clock, Budget budget,
        CancellationToken cancel)
    {
        var graph = names.WholeGraph;
        var scenario = ScenarioReading.Of(body.Request.Scenario!, names);
        var assumption = await ScenarioReading.AssumeAsync(scenario, graph, store, cancel);
        var fields = body.Request.Fields();
        var query = DisruptionQuery.Of(fields, ScenarioReading.Echo(scenario), clock);
        // A ranking has no key to continue after but the place in it.
        var skip = int.TryParse(Cursor.Read(fields.Cursor, query), CultureInfo.InvariantCulture, out var after) ? after : 0;
        var question = query.ToQuestion(skip, Given.WholeNumber(fields.Limit, Limits.DefaultPageSize));
        var answer = DisruptionSearch.Compare(graph, assumption.Under(graph), question, budget, cancel);
        var shownUpTo = skip + answer.Disruptions.Count;
        var assuming = names.Assuming(scenario.AddedEntities);
        return TypedResults.Ok(new DisruptionPage(
            query, answer.Complete, answer.StoppedBy, graph.Version, answer.LookedAt, answer.Lost, answer.Weakened, answer.Strengthened, answer.Removed,
            [.. answer.Disruptions.Select(d => Show(d, assuming))],
            Cursor.After(shownUpTo < answer.Changed ? shownUpTo.ToString(CultureInfo.InvariantCulture) : null, query),
            await evidence.ReadAsync(Legs(answer, d => d.Before), graph.Version, cancel),
            await evidence.ReadAsync(Legs(answer, d => d.After), graph.Version, new Assumed(scenario), cancel)));
    }

    private static IEnumerable<Analysis.Counted> Legs(DisruptionAnswer answer, Func<Disruption, Arrival?> which) =>
        answer.Disruptions.Select(which).OfType<Arrival>().SelectMany(a => a.Legs);

    private static DisruptionShown Show(Disruption disruption, NameResolver names) => new(
        names.Reference(disruption.Component), names.Reference(disruption.Receiver), disruption.Loss, Show(disruption.Before), Show(disruption.After));

    private static ArrivalShown? Show(Arrival? arrival) =>
        arrival is null ? null : new ArrivalShown(arrival.Plausibility, arrival.Stops, [.. arrival.Legs.Select(l => l.Key.Id)]);
}
