using SupplyGraph.Model;

namespace SupplyGraph.Storage.Tests.Neo4j;

/// <summary>Filters of relationships of <see cref="ReadsGraph"/>.</summary>
internal static class RelationshipFilters
{
    private static readonly string?[] Publishers = ["UN Comtrade", "reuters", "example.org", new string('ﷺ', 500), "nobody", " "];

    /// <summary>Each field alone, and those pairs that need a plan of their own.</summary>
    public static IEnumerable<RelationshipFilter> Single =>
    [
        new(), new() { Types = [RelationshipType.Supplies] }, new() { Types = [RelationshipType.Uses, RelationshipType.Owns, RelationshipType.Owns] },
        new() { From = "company-0" }, new() { To = "country-1" }, new() { From = "company-0", To = "country-1" },
        new() { From = "country-1", To = "company-0" },
        new() { Entity = "company-1" }, new() { Entity = "country-0", From = "company-0" }, new() { Entity = "company-0", To = "country-0" },
        new() { Entity = "company-0", From = "company-0" }, new() { Entity = "policy-0", From = "company-0", To = "country-0" }, new() { From = "nobody" },
        new() { Component = "component-0" }, new() { Component = "component-1", Types = [RelationshipType.ExportsTo, RelationshipType.Uses] },
        new() { Component = "component-0", From = "company-0" }, new() { Component = "component-0", Publisher = "Dawn" }, new() { Component = "nothing" },
        new() { Statuses = [Status.Announced] }, new() { Statuses = [Status.Announced, Status.Potential] },
        new() { MinConfidence = 0.9 }, new() { MinConfidence = 0.5000004 }, new() { MinConfidence = 0.123456 }, new() { MinConfidence = 0 },
        .. ((string[])["2009-12-31", "2015-06-01", "2026-11-22", "2032-05-31", "2034-10-01", "2040-01-01"])
            .Select(day => new RelationshipFilter { AsOf = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }),
        .. Publishers.Select(publisher => new RelationshipFilter { Publisher = publisher }),
        new() { Publisher = "Dawn", Types = [RelationshipType.Supplies, RelationshipType.Connects] }, new() { Publisher = "Dawn", Entity = "company-0" },
        new() { Disputed = true }, new() { Disputed = false },
    ];

    /// <summary>Any fields together.</summary>
    public static RelationshipFilter Mixed(Random random)
    {
        var types = Enum.GetValues<RelationshipType>();
        return new RelationshipFilter
        {
            Types = random.Next(3) == 0 ? [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => types[random.Next(types.Length)])] : [],
            From = Some(() => $"company-{random.Next(4)}", 4),
            To = Some(() => random.Next(2) == 0 ? $"country-{random.Next(4)}" : $"component-{random.Next(4)}", 4),
            Entity = Some(() => $"company-{random.Next(4)}", 4),
            Component = Some(() => $"component-{random.Next(3)}", 3),
            Statuses = random.Next(3) == 0 ? [(Status)random.Next(3)] : [],
            MinConfidence = random.Next(3) == 0 ? random.Next(100) / 100.0 : null,
            AsOf = random.Next(3) == 0 ? new DateOnly(random.Next(2008, 2040), 1, 1) : null,
            Publisher = Some(() => Publishers[random.Next(Publishers.Length)]!, 3),
            Disputed = random.Next(4) == 0 ? random.Next(2) == 0 : null,
        };

        string? Some(Func<string> value, int oneIn) => random.Next(oneIn) == 0 ? value() : null;
    }
}
