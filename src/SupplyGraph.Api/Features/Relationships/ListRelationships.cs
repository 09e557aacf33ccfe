using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Paging;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Relationships;

/// <summary>What relationships are asked for.</summary>
public sealed record ListRelationshipsRequest : RelationshipListRequest, IRequest
{
    [Query("from", "The entity that they lead from: an id, name, alias or ISO code.", Example = "china")]
    public string? From { get; init; }

    [Query("to", "The entity that they lead to: an id, name, alias or ISO code.", Example = "pakistan")]
    public string? To { get; init; }

    [Query("entity", "The entity at either end: an id, name, alias or ISO code.", Example = "byd")]
    public string? Entity { get; init; }

    [Query("component", "The component that moves: an id, name or alias.", Example = "lithium-ion-battery")]
    public string? Component { get; init; }

    [Query("publisher", "At least one claim is by this publisher; compared like a name.", Example = "Reuters")]
    public string? Publisher { get; init; }

    [Query("disputed", "true: only those on which claims disagree; false: only the others.", Type = ParameterType.Flag, Example = "true")]
    public string? Disputed { get; init; }

    IValidator IRequest.Validator => ListRelationshipsValidator.Instance;
}

internal sealed class ListRelationshipsValidator : RelationshipListValidator<ListRelationshipsRequest>
{
    public static readonly ListRelationshipsValidator Instance = new();

    private ListRelationshipsValidator()
    {
        RuleFor(r => r.From).NamesAn();
        RuleFor(r => r.To).NamesAn();
        RuleFor(r => r.Entity).NamesAn();
        RuleFor(r => r.Component).NamesAn(EntityKind.Component);
        RuleFor(r => r.Publisher).IsNoLongerThan(Limits.NameLength);
        RuleFor(r => r.Disputed).IsBoolean();
    }
}

/// <summary>Lists relationships.</summary>
internal static class ListRelationships
{
    public static Task<Ok<RelationshipPage>> Handle(
        [AsParameters] ListRelationshipsRequest request, NameResolver names, IGraphStore store, CancellationToken cancel) =>
        AnswerAsync(request, Understand(request, names), names, store, cancel);

    public static async Task<Ok<RelationshipPage>> AnswerAsync(
        RelationshipListRequest request, RelationshipQuery query, NameResolver names, IGraphStore store, CancellationToken cancel)
    {
        var page = await store.ListRelationshipsAsync(FilterOf(query), request.Page(query), cancel);
        var next = Cursor.After(page.Next, query);
        return TypedResults.Ok(new RelationshipPage(query, [.. page.Items.Select(RelationshipAnswer.Of)], next, names.Snapshot.Version));
    }

    private static RelationshipQuery Understand(ListRelationshipsRequest request, NameResolver names) => new()
    {
        Type = Given.Terms<RelationshipType>(request.Type),
        Status = Given.Terms<Status>(request.Status),
        MinConfidence = Given.Number(request.MinConfidence),
        AsOf = Given.Day(request.AsOf),
        From = IdOf(request.From, names),
        To = IdOf(request.To, names),
        Entity = IdOf(request.Entity, names),
        Component = request.Component is null ? null : names.Id(request.Component, EntityKind.Component),
        Publisher = request.Publisher,
        Disputed = Given.Boolean(request.Disputed),
    };

    private static string? IdOf(string? text, NameResolver names) => text is null ? null : names.Id(text);

    private static RelationshipFilter FilterOf(RelationshipQuery query) => new()
    {
        Types = query.Type,
        From = query.From,
        To = query.To,
        Entity = query.Entity,
        Component = query.Component,
        Statuses = query.Status,
        MinConfidence = query.MinConfidence,
        AsOf = query.AsOf,
        Publisher = query.Publisher,
        Disputed = query.Disputed,
    };
}
