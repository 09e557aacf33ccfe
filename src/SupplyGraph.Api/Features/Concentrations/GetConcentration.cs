using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Concentrations;
using SupplyGraph.Api.Features.Evidence;
using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Concentrations;

/// <summary>Who holds how much of a component.</summary>
internal static class GetConcentration
{
    public static RouteGroupBuilder MapConcentration(this IEndpointRouteBuilder app)
    {
        var concentration = app.MapV1("/concentration", "Analyses");
        concentration.MapGet("", Handle).WithName("getConcentration").WithSummary("Say how concentrated a component is")
            .WithDescription("Shares of countries or companies in a component and its kinds, with their Herfindahl-Hirschman index. At work on it is who "
                + "mines, refines, manufactures or assembles it in a country, or produces it, at home. Amounts are added up in the unit that is stated most "
                + "often, equal amounts of one company in one country once, and what a company or country makes altogether only as far as it is more than its "
                + "parts. Coverage says how many relationships could count and did, and why others did not.")
            .WithProblems(ProblemKind.GraphTooLarge);
        return concentration;
    }

    private static async Task<Ok<ConcentrationPage>> Handle(
        [AsParameters] ConcentrationRequest request, NameResolver names, IGraphStore store, EvidenceReading evidence, TimeProvider clock,
        CancellationToken cancel)
    {
        return TypedResults.Ok(await NewestView.AnswerAsync(names, AnswerAsync, cancel));

        async Task<ConcentrationPage?> AnswerAsync()
        {
            var query = ConcentrationQuery.Of(request, names, clock);
            var graph = names.WholeGraph;
            var amounts = await AmountsAsync(store, Concentration.AmountsOf(graph, query.ToQuestion()), cancel);
            // Amounts are read from the store as it is now.
            if (amounts.Count > 0 && (await store.GetViewAsync(cancel)).Snapshot.Version != graph.Version) return null;
            var answer = Concentration.Of(graph, query.ToQuestion(), amounts);
            return new ConcentrationPage(
                query, graph.Version, answer.Components, answer.Unit, answer.Total,
                answer.HerfindahlHirschman is { } index ? Math.Round(index, 1) : null,
                [.. answer.Shares.Select(s => ShareShown.Of(s, names))],
                answer.Coverage,
                await evidence.ReadAsync(answer.Counted, graph.Version, cancel));
        }
    }

    private static async Task<Dictionary<string, StatedAmount>> AmountsAsync(IGraphStore store, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var stating = (await store.GetRelationshipsAsync(ids, cancel)).Values.Where(r => r is { Amount: not null, Unit: not null });
        return stating.ToDictionary(r => r.Id, r => new StatedAmount(r.Amount!.Value, r.Unit!));
    }
}
