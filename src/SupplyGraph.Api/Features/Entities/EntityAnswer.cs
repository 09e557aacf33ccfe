using SupplyGraph.Graph;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Entities;

/// <summary>A company, component, country, region, vehicle, policy or corridor.</summary>
public sealed record EntityAnswer
{
    /// <summary>A readable slug, unique over all kinds.</summary>
    /// <example>byd</example>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    /// <example>company</example>
    public required EntityKind Kind { get; init; }

    /// <summary>Its name.</summary>
    /// <example>BYD</example>
    public required string Name { get; init; }

    /// <summary>Other names that resolve to it.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>A company's home country as stated for it; see also home.</summary>
    /// <example>china</example>
    public required string? Country { get; init; }

    /// <summary>The country that a company is based in: its country, or else the one target of all its headquartered_in relationships.</summary>
    /// <example>china</example>
    public required string? Home { get; init; }

    /// <summary>ISO 3166-1 alpha-2; countries only.</summary>
    public required string? Iso2 { get; init; }

    /// <summary>ISO 3166-1 alpha-3; countries only.</summary>
    public required string? Iso3 { get; init; }

    /// <summary>Degrees north, -90..90.</summary>
    public required double? Latitude { get; init; }

    /// <summary>Degrees east, -180..180.</summary>
    public required double? Longitude { get; init; }

    /// <summary>A component's stage in the supply chain: its own, or else that of its nearest ancestor by kind_of.</summary>
    public required Stage? Stage { get; init; }

    /// <summary>Its own page.</summary>
    public required string? Url { get; init; }

    public static EntityAnswer Of(Entity entity, Snapshot graph)
    {
        var node = graph.TryFind(entity.Id, out var found) ? found : -1;
        return new EntityAnswer
        {
            Id = entity.Id,
            Kind = entity.Kind,
            Name = entity.Name,
            Aliases = entity.Aliases,
            Country = entity.Country,
            Home = node >= 0 && graph.Home(node) is var home and >= 0 ? graph.Id(home) : null,
            Iso2 = entity.Iso2,
            Iso3 = entity.Iso3,
            Latitude = entity.Latitude,
            Longitude = entity.Longitude,
            Stage = entity.Stage ?? (node >= 0 ? InheritedStage(graph, node) : null),
            Url = entity.Url,
        };
    }

    private static Stage? InheritedStage(Snapshot graph, int node) =>
        graph.ComponentOrdinal(node) is var component and >= 0 ? graph.Taxonomy.StageOf(component) : null;
}
