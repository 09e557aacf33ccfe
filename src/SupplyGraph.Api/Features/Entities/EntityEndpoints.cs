using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>Companies, components, countries, regions, vehicles, policies and corridors.</summary>
internal static class EntityEndpoints
{
    public static RouteGroupBuilder MapEntities(this IEndpointRouteBuilder app)
    {
        var entities = app.MapV1("/entities", "Entities");
        entities.MapGet("", ListEntities.Handle).WithName("listEntities").WithSummary("List or search entities")
            .WithDescription("Entities of all kinds in the order of their ids, or, with `q`, by how well a name matches. "
                + "Filters narrow; values of one filter are alternatives.");
        entities.MapGet("/{id}", GetEntity.Handle).WithName("getEntity").WithSummary("Show one entity")
            .WithDescription("The entity with its home, its stage and how many relationships it has by type and side.").WithProblems(ProblemKind.NotFound);
        entities.MapPut("/{id}", PutEntity.Handle).WithName("putEntity").WithSummary("Add or replace one entity")
            .WithDescription("Replaces the entity that the id names, or adds one with that id. "
                + "What the body leaves out is empty afterwards. Doing it twice changes nothing.")
            .Produces<PutEntityAnswer>().Produces<PutEntityAnswer>(StatusCodes.Status201Created)
            .WithProblems(ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.ChangesRefused);
        entities.MapDelete("/{id}", DeleteEntity.Handle).WithName("deleteEntity").WithSummary("Remove one entity")
            .WithDescription("Removes an entity that nothing uses. "
                + "One that relationships use, or companies as their country, stays: the problem says how many.")
            .WithProblems(ProblemKind.NotFound, ProblemKind.InUse);
        MapKind(app, "Companies", "listCompanies", "companies", ListOneKind.Companies);
        MapKind(app, "Components", "listComponents", "components", ListOneKind.Components);
        MapKind(app, "Countries", "listCountries", "countries", ListOneKind.Countries);
        return entities;
    }

    private static void MapKind(IEndpointRouteBuilder app, string tag, string operation, string plural, Delegate handler) =>
        app.MapV1("/" + plural, tag).MapGet("", handler).WithName(operation).WithSummary($"List or search {plural}")
            .WithDescription($"The same as /v1/entities, for {plural} alone.");
}
