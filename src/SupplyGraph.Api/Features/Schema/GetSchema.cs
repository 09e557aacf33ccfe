using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Schema;

/// <summary>The words of the graph: what may be said in it.</summary>
/// <param name="Types">The relationship catalogue.</param>
/// <param name="Kinds">What an entity can be.</param>
/// <param name="Statuses">How far along a relationship can be, from strong to weak, each with its factor in a leg's plausibility.</param>
/// <param name="Stages">The steps of the supply chain, in order.</param>
/// <param name="Limits">Every bound that requests meet.</param>
public sealed record GraphSchema(
    IReadOnlyList<TypeAnswer> Types, IReadOnlyList<EntityKind> Kinds, IReadOnlyList<StatusAnswer> Statuses, IReadOnlyList<StageAnswer> Stages,
    LimitsAnswer Limits);

/// <summary>One type of the relationship catalogue.</summary>
/// <param name="Type">The type.</param>
/// <param name="Summary">What such a relationship says.</param>
/// <param name="From">Kinds that it can lead from.</param>
/// <param name="To">Kinds that it can lead to.</param>
/// <param name="TwoWay">Whether it is one relationship whichever way a claim states it.</param>
/// <param name="Flow">The direction in which goods, parts or know-how move, in words.</param>
/// <param name="Forward">How far such a relationship by itself makes a leg along it plausible; null where nothing flows that way.</param>
/// <param name="Backward">The same against it.</param>
/// <param name="Component">Whether it takes a component: refused, optional or required.</param>
/// <param name="Role">Whether it takes a role: refused, optional or required.</param>
/// <param name="Roles">The roles that it takes.</param>
public sealed record TypeAnswer(
    RelationshipType Type, string Summary, IReadOnlyList<EntityKind> From, IReadOnlyList<EntityKind> To, bool TwoWay, string Flow,
    double? Forward, double? Backward, Presence Component, Presence Role, IReadOnlyList<Role> Roles);

/// <summary>A status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Factor">Its factor in a leg's plausibility.</param>
public sealed record StatusAnswer(Status Status, double Factor);

/// <summary>A step of the supply chain.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Rank">How far along the chain it is, for counting skipped stages; null for what stands beside the chain.</param>
public sealed record StageAnswer(Stage Stage, int? Rank);

/// <summary>Bounds that requests meet.</summary>
/// <param name="MaxPageSize">Items of a page.</param>
/// <param name="MaxHops">Legs of a route.</param>
/// <param name="MaxRoutes">Routes of an answer.</param>
/// <param name="MaxVias">Places that one route can be required to pass.</param>
/// <param name="MaxListValues">Values of any other list parameter.</param>
/// <param name="MaxClaimsPerRequest">Claims of one request.</param>
/// <param name="MaxBodyBytes">Bytes of a body.</param>
public sealed record LimitsAnswer(int MaxPageSize, int MaxHops, int MaxRoutes, int MaxVias, int MaxListValues, int MaxClaimsPerRequest, long MaxBodyBytes);

/// <summary>Shows the words of the graph.</summary>
internal static class GetSchema
{
    private static readonly GraphSchema Answer = new(
        [.. Catalogue.All.Select(r => new TypeAnswer(r.Type, r.Summary, r.From, r.To, r.TwoWay, r.Flow, r.Forward, r.Backward, r.Component, r.Role, r.Roles))],
        Enum.GetValues<EntityKind>(),
        [.. Enum.GetValues<Status>().Select(s => new StatusAnswer(s, Plausibility.Of(s)))],
        [.. Enum.GetValues<Stage>().Select(s => new StageAnswer(s, StageRank.Of(s)))],
        new LimitsAnswer(
            Limits.MaxPageSize, Limits.MaxHops, Limits.MaxRoutes, Limits.MaxVias, Limits.MaxListValues, Limits.MaxClaimsPerRequest, Limits.MaxBodyBytes));

    public static RouteGroupBuilder MapSchema(this IEndpointRouteBuilder app)
    {
        var schema = app.MapV1("/schema", "Service");
        schema.MapGet("", Handle).WithName("getSchema").WithSummary("Show the words of the graph")
            .WithDescription("The relationship catalogue, kinds, statuses, stages and limits: what claims may say and questions may ask.");
        return schema;
    }

    private static Ok<GraphSchema> Handle() => TypedResults.Ok(Answer);
}
