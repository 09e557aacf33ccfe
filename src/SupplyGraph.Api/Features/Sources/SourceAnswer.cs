using SupplyGraph.Model;

namespace SupplyGraph.Api.Features.Sources;

/// <summary>A publication that claims cite.</summary>
public sealed record SourceAnswer
{
    /// <summary>Derived from the URL, or else from publisher and title.</summary>
    public required string Id { get; init; }

    /// <summary>Where it can be read.</summary>
    public required string? Url { get; init; }

    /// <summary>Who published it.</summary>
    /// <example>Reuters</example>
    public required string? Publisher { get; init; }

    /// <summary>Its title.</summary>
    public required string? Title { get; init; }

    /// <summary>When it was published: a year, a month or a day.</summary>
    /// <example>2025-08-06</example>
    public required PartialDate? Date { get; init; }

    /// <summary>How many claims cite it.</summary>
    /// <example>4</example>
    public required int Claims { get; init; }

    public static SourceAnswer Of(Source source) => new()
    {
        Id = source.Id,
        Url = source.Url,
        Publisher = source.Publisher,
        Title = source.Title,
        Date = source.Date,
        Claims = source.Claims,
    };
}
