using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Analysis.Routes;
using SupplyGraph.Analysis.Tiers;
using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Tiers;

/// <summary>Who stands behind an entity, or before it, tier by tier.</summary>
internal static class TierEndpoints
{
    public static RouteGroupBuilder MapTiers(this IEndpointRouteBuilder app)
    {
        var entities = app.MapV1("/entities", "Analyses").WithSearch();
        entities.MapGet("/{id}/suppliers", Suppliers).WithName("listSuppliers").WithSummary("Who stands behind an entity, tier by tier")
            .WithDescription("Every company, country and component from which a route leads to the entity, by the least legs of one, with its most plausible "
                + "route, the claims and sources of each leg. Without `types` legs are supplies, builds and uses.")
            .WithProblems(ProblemKind.NotFound);
        entities.MapGet("/{id}/customers", Customers).WithName("listCustomers").WithSummary("Whom an entity supplies, tier by tier")
            .WithDescription("The same for every company, country and component to which a route leads from the entity.")
            .WithProblems(ProblemKind.NotFound);
        return entities;
    }

    private static Task<Ok<TierPage>> Suppliers(
        [AsParameters] TierRequest request, NameResolver names, IGraphStore store, RecentClaims recent, TimeProvider clock, Budget budget,
        CancellationToken cancel) => AnswerAsync(request, TierSide.Suppliers, names, clock, new(names, store, recent, budget), cancel);

    private static Task<Ok<TierPage>> Customers(
        [AsParameters] TierRequest request, NameResolver names, IGraphStore store, RecentClaims recent, TimeProvider clock, Budget budget,
        CancellationToken cancel) => AnswerAsync(request, TierSide.Customers, names, clock, new(names, store, recent, budget), cancel);

    private static async Task<Ok<TierPage>> AnswerAsync(
        TierRequest request, TierSide side, NameResolver names, TimeProvider clock, TierReport report, CancellationToken cancel)
    {
        return TypedResults.Ok(await NewestView.AnswerAsync(names, PageAsync, cancel));

        Task<TierPage?> PageAsync()
        {
            var query = TierQuery.Of(request, side, names, clock);
            var page = new PageRequest(Given.WholeNumber(request.Limit, Limits.DefaultPageSize), Cursor.Read(request.Cursor, query));
            return report.AnswerAsync(query, page, cancel);
        }
    }
}
