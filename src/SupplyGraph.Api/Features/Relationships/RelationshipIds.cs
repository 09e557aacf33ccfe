using FluentValidation;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Relationships;

/// <summary>Ids of relationships as people type them.</summary>
internal static class RelationshipIds
{
    /// <summary>
    /// The id as it is stored: its entities by their ids, the ends of a two-way type in order.
    /// A text that is no id, or names unknown entities, stays as it is and is found nowhere.
    /// </summary>
    public static string Normalise(string given, NameResolver names)
    {
        if (!RelationshipKey.TryParse(given, out var key)) return given;
        return RelationshipKey.Of(key.Type, IdOf(key.From, names), IdOf(key.To, names), key.Component is null ? null : IdOf(key.Component, names), key.Role).Id;
    }

    /// <summary>The id of a relationship that the graph holds.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> NamesARelationship<T>(this IRuleBuilder<T, string?> rule) =>
        rule.CustomAsync(async (id, context, cancel) =>
    {
        if (id is null) return;
        if (!RelationshipKey.TryParse(Normalise(id, context.Names()), out var key) || !await context.Names().HoldsAsync(key, cancel))
            context.Fail(ErrorCode.UnknownName, $"There is no relationship '{id}'. An id is type~from~to~component~role, as /v1/relationships lists them.");
    });

    private static string IdOf(string text, NameResolver names) => names.TryResolve(text, [], out var entity, out _) ? entity.Id : text;
}
