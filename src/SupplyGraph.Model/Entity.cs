namespace SupplyGraph.Model;

/// <summary>
/// A company, component, country, region, vehicle, policy or corridor.
/// </summary>
/// <param name="Id">A readable slug, unique over all kinds.</param>
public sealed record Entity(string Id, EntityKind Kind, string Name)
{
    /// <summary>Other names that resolve to the entity, in the order given.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>A company's home country (an id). Without it the home is the one target of its headquartered_in relationships.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case; countries only.</summary>
    public string? Iso2 { get; init; }

    /// <summary>ISO 3166-1 alpha-3, upper case; countries only.</summary>
    public string? Iso3 { get; init; }

    /// <summary>Degrees north, -90..90.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, -180..180.</summary>
    public double? Longitude { get; init; }

    /// <summary>A component's stage in the supply chain.</summary>
    public Stage? Stage { get; init; }

    /// <summary>The entity's own page.</summary>
    public string? Url { get; init; }

    public bool Equals(Entity? other) => other is not null
        && Id == other.Id && Kind == other.Kind && Name == other.Name && Country == other.Country && Iso2 == other.Iso2 && Iso3 == other.Iso3
        && Latitude == other.Latitude && Longitude == other.Longitude && Stage == other.Stage && Url == other.Url
        && Aliases.SequenceEqual(other.Aliases, StringComparer.Ordinal);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
