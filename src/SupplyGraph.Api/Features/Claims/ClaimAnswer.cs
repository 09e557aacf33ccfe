using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Claims;

/// <summary>One source saying one thing about one relationship.</summary>
public sealed record ClaimAnswer
{
    /// <summary>Derived from all that the claim states.</summary>
    /// <example>02a4b04de8c02cb3fa48</example>
    public required string Id { get; init; }

    /// <summary>The id of the relationship that it speaks of.</summary>
    /// <example>headquartered_in~byd~china~~</example>
    public required string Relationship { get; init; }

    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The relationship's type.</summary>
    public required RelationshipType Type { get; init; }

    /// <summary>The id of the entity that it leads from.</summary>
    /// <example>byd</example>
    public required string From { get; init; }

    /// <summary>The id of the entity that it leads to.</summary>
    /// <example>china</example>
    public required string To { get; init; }

    /// <summary>The id of the component that moves.</summary>
    public required string? Component { get; init; }

    /// <summary>The part that an end plays.</summary>
    public required Role? Role { get; init; }

    /// <summary>How far along it is, as stated.</summary>
    public required Status Status { get; init; }

    /// <summary>When it begins, as stated.</summary>
    public required PartialDate? ValidFrom { get; init; }

    /// <summary>When it ends, as stated.</summary>
    public required PartialDate? ValidTo { get; init; }

    /// <summary>A quantity in unit.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>The unit of amount.</summary>
    public required string? Unit { get; init; }

    /// <summary>What the source says, paraphrased.</summary>
    public required string? Statement { get; init; }

    /// <summary>The title of the publication.</summary>
    public required string? SourceTitle { get; init; }

    /// <summary>Who published it.</summary>
    public required string? Publisher { get; init; }

    /// <summary>Where it can be read.</summary>
    public required string? SourceUrl { get; init; }

    /// <summary>When it was published.</summary>
    public required PartialDate? SourceDate { get; init; }

    /// <summary>How far the source is to be trusted in this, above 0 and at most 1.</summary>
    /// <example>0.85</example>
    public required double Confidence { get; init; }

    public static ClaimAnswer Of(Claim claim) => new()
    {
        Id = claim.Id,
        Relationship = claim.Key.Id,
        Source = claim.SourceId,
        Type = claim.Type,
        From = claim.Key.From,
        To = claim.Key.To,
        Component = claim.Component,
        Role = claim.Role,
        Status = claim.Status,
        ValidFrom = claim.ValidFrom,
        ValidTo = claim.ValidTo,
        Amount = claim.Amount,
        Unit = claim.Unit,
        Statement = claim.Statement,
        SourceTitle = claim.SourceTitle,
        Publisher = claim.Publisher,
        SourceUrl = claim.SourceUrl,
        SourceDate = claim.SourceDate,
        Confidence = claim.Confidence,
    };
}
