using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Loading.Claims;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Claims;

/// <summary>One source saying one thing about one relationship. Entities by id, name, alias or ISO code. Required: type, from, to, and who says so.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ClaimRequest
{
    /// <summary>The relationship's type, see /v1/schema.</summary>
    /// <example>exports_to</example>
    public string? Type { get; init; }

    /// <summary>The entity that it leads from.</summary>
    /// <example>china</example>
    public string? From { get; init; }

    /// <summary>The entity that it leads to.</summary>
    /// <example>pakistan</example>
    public string? To { get; init; }

    /// <summary>The component that moves; whether the type takes one says /v1/schema.</summary>
    /// <example>lithium-ion-battery</example>
    public string? Component { get; init; }

    /// <summary>The part that an end plays, for operates_in and partners_with.</summary>
    public string? Role { get; init; }

    /// <summary>established (the default), announced or potential.</summary>
    /// <example>established</example>
    public string? Status { get; init; }

    /// <summary>When it begins: 2025, 2025-08 or 2025-08-06.</summary>
    /// <example>2025</example>
    public string? ValidFrom { get; init; }

    /// <summary>When it ends.</summary>
    public string? ValidTo { get; init; }

    /// <summary>A quantity in unit.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The unit of amount, such as GWh/yr.</summary>
    public string? Unit { get; init; }

    /// <summary>What the source says, paraphrased; at most 4,000 characters.</summary>
    /// <example>An example of a claim.</example>
    public string? Statement { get; init; }

    /// <summary>The title of the publication.</summary>
    /// <example>Battery trade in 2025</example>
    public string? SourceTitle { get; init; }

    /// <summary>Who published it.</summary>
    /// <example>Example Press</example>
    public string? Publisher { get; init; }

    /// <summary>Where it can be read.</summary>
    /// <example>https://example.org/battery-trade-2025</example>
    public string? SourceUrl { get; init; }

    /// <summary>When it was published.</summary>
    /// <example>2025-11-20</example>
    public string? SourceDate { get; init; }

    /// <summary>How far the source is to be trusted in this, above 0 and at most 1; 0.5 where left out.</summary>
    /// <example>0.7</example>
    public double? Confidence { get; init; }

    /// <summary>Narrows what from may name, and creates it with this kind where nothing has the name yet.</summary>
    public string? FromKind { get; init; }

    /// <summary>The home of a company that from creates.</summary>
    public string? FromCountry { get; init; }

    /// <summary>The same as fromKind, for to.</summary>
    public string? ToKind { get; init; }

    /// <summary>The home of a company that to creates.</summary>
    public string? ToCountry { get; init; }

    /// <summary>`component`, to create the component where nothing has the name yet.</summary>
    public string? ComponentKind { get; init; }

    /// <summary>The claim over names still to be resolved.</summary>
    internal NamedClaim ToClaim() => new(new Claim(Given.Term<RelationshipType>(Type) ?? default, From?.Trim() ?? "", To?.Trim() ?? "")
    {
        Component = Component,
        Role = Given.Term<Role>(Role),
        Status = Given.Term<Status>(Status) ?? Model.Status.Established,
        ValidFrom = Given.Date(ValidFrom),
        ValidTo = Given.Date(ValidTo),
        Amount = Amount,
        Unit = Unit,
        Statement = Statement,
        SourceTitle = SourceTitle,
        Publisher = Publisher,
        SourceUrl = SourceUrl,
        SourceDate = Given.Date(SourceDate),
        Confidence = Confidence ?? Limits.DefaultConfidence,
    })
    {
        FromKind = Given.Term<EntityKind>(FromKind),
        FromCountry = FromCountry,
        ToKind = Given.Term<EntityKind>(ToKind),
        ToCountry = ToCountry,
        ComponentKind = Given.Term<EntityKind>(ComponentKind),
    };
}

/// <summary>The rules of one claim by itself; names are resolved over all claims of a request, see <see cref="ClaimReading"/>.</summary>
public sealed class ClaimRequestValidator : AbstractValidator<ClaimRequest>
{
    public static readonly ClaimRequestValidator Instance = new();

    private ClaimRequestValidator()
    {
        RuleFor(c => c.Type).IsRequired("a type such as exports_to");
        RuleFor(c => c.Type).IsTermOf<ClaimRequest, RelationshipType>();
        RuleFor(c => c.From).IsRequired("an entity");
        RuleFor(c => c.From).IsNoLongerThan(Limits.NameLength);
        RuleFor(c => c.To).IsRequired("an entity");
        RuleFor(c => c.To).IsNoLongerThan(Limits.NameLength);
        RuleFor(c => c.Component).IsNoLongerThan(Limits.NameLength);
        RuleFor(c => c.Role).IsTermOf<ClaimRequest, Role>();
        RuleFor(c => c.Status).IsTermOf<ClaimRequest, Status>();
        RuleFor(c => c.ValidFrom).IsDate();
        RuleFor(c => c.ValidTo).IsDate();
        RuleFor(c => c.SourceDate).IsDate();
        RuleFor(c => c.SourceUrl).IsWebAddress();
        RuleFor(c => c.FromKind).IsTermOf<ClaimRequest, EntityKind>();
        RuleFor(c => c.ToKind).IsTermOf<ClaimRequest, EntityKind>();
        RuleFor(c => c.ComponentKind).IsTermOf<ClaimRequest, EntityKind>();
        RuleFor(c => c).Custom(CheckFields);
    }

    // The model's own rules, but for those that concern what the claim says together: these are the graph's, and refused as such.
    private static void CheckFields(ClaimRequest claim, ValidationContext<ClaimRequest> context)
    {
        var prefix = context.PropertyPath.Length > 0 ? context.PropertyPath + "." : "";
        foreach (var broken in ClaimRules.Check(claim.ToClaim().Claim).Where(b => ClaimReading.IsOfOneField(b.Code)))
            context.AddFailure(new ValidationFailure(prefix + Refusals.Camel(broken.Field), broken.Message) { ErrorCode = broken.Code });
    }
}
