using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Relationships;

/// <summary>What all claims with one key add up to.</summary>
public sealed record RelationshipAnswer
{
    /// <summary>`type~from~to~component~role`.</summary>
    /// <example>exports_to~china~pakistan~lithium-ion-battery~</example>
    public required string Id { get; init; }

    /// <summary>Its type; /v1/schema lists them all.</summary>
    /// <example>exports_to</example>
    public required RelationshipType Type { get; init; }

    /// <summary>The id of the entity that it leads from.</summary>
    /// <example>china</example>
    public required string From { get; init; }

    /// <summary>The id of the entity that it leads to.</summary>
    /// <example>pakistan</example>
    public required string To { get; init; }

    /// <summary>The id of the component that moves.</summary>
    /// <example>lithium-ion-battery</example>
    public required string? Component { get; init; }

    /// <summary>The part that an end plays, for types that take a role.</summary>
    public required Role? Role { get; init; }

    /// <summary>The status of the newest claim.</summary>
    /// <example>established</example>
    public required Status Status { get; init; }

    /// <summary>The chance that at least one of the distinct publishers is right, 0..0.99.</summary>
    /// <example>0.85</example>
    public required double Confidence { get; init; }

    /// <summary>When it begins, as stated: a year, a month or a day.</summary>
    /// <example>2023</example>
    public required PartialDate? ValidFrom { get; init; }

    /// <summary>When it ends, as stated.</summary>
    public required PartialDate? ValidTo { get; init; }

    /// <summary>A quantity in unit.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>The unit of amount, such as GWh/yr.</summary>
    public required string? Unit { get; init; }

    /// <summary>How many claims state it, at least 1.</summary>
    /// <example>2</example>
    public required int Claims { get; init; }

    /// <summary>Whether claims state different values of one field.</summary>
    public required bool Disputed { get; init; }

    /// <summary>Each disputed field with every value stated, the newest claim's first.</summary>
    public required IReadOnlyList<Dispute> Disputes { get; init; }

    public static RelationshipAnswer Of(Relationship relationship) => new()
    {
        Id = relationship.Id,
        Type = relationship.Key.Type,
        From = relationship.Key.From,
        To = relationship.Key.To,
        Component = relationship.Key.Component,
        Role = relationship.Key.Role,
        Status = relationship.Status,
        Confidence = relationship.Confidence,
        ValidFrom = relationship.ValidFrom,
        ValidTo = relationship.ValidTo,
        Amount = relationship.Amount,
        Unit = relationship.Unit,
        Claims = relationship.Claims,
        Disputed = relationship.Disputed,
        Disputes = relationship.Disputes,
    };
}
