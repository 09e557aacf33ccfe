using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>What entities of one kind are asked for.</summary>
public sealed record ListOneKindRequest : ListOfKindRequest, IRequest
{
    IValidator IRequest.Validator => ListOneKindValidator.Instance;
}

internal sealed class ListOneKindValidator : ListOfKindValidator<ListOneKindRequest>
{
    public static readonly ListOneKindValidator Instance = new();
}

/// <summary>The list of entities with the kind fixed by the address.</summary>
internal static class ListOneKind
{
    public static Task<Ok<EntityPage>> Companies([AsParameters] ListOneKindRequest request, NameResolver names, IGraphStore store, CancellationToken cancel) =>
        ListEntities.AnswerAsync(request, [EntityKind.Company], names, store, cancel);

    public static Task<Ok<EntityPage>> Components([AsParameters] ListOneKindRequest request, NameResolver names, IGraphStore store, CancellationToken cancel) =>
        ListEntities.AnswerAsync(request, [EntityKind.Component], names, store, cancel);

    public static Task<Ok<EntityPage>> Countries([AsParameters] ListOneKindRequest request, NameResolver names, IGraphStore store, CancellationToken cancel) =>
        ListEntities.AnswerAsync(request, [EntityKind.Country], names, store, cancel);
}
