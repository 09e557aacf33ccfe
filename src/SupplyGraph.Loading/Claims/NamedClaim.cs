using SupplyGraph.Model;

namespace SupplyGraph.Loading.Claims;

/// <summary>A claim as a file states it: ends and component are names, codes or ids, still to be resolved by <see cref="Names.ClaimResolver"/>.</summary>
public sealed record NamedClaim(Claim Claim)
{
    /// <summary>Narrows what the claim's from may name, and creates it where nothing has the name yet.</summary>
    public EntityKind? FromKind { get; init; }

    /// <summary>The home of a company that is created.</summary>
    public string? FromCountry { get; init; }

    /// <summary>As <see cref="FromKind"/>, for the claim's to.</summary>
    public EntityKind? ToKind { get; init; }

    /// <summary>As <see cref="FromCountry"/>, for the claim's to.</summary>
    public string? ToCountry { get; init; }

    /// <summary>As <see cref="FromKind"/>, for the component.</summary>
    public EntityKind? ComponentKind { get; init; }
}
