using SupplyGraph.Api.Http.Validation;

namespace SupplyGraph.Api.Http.Caching;

/// <summary>The day that a question means.</summary>
public static class Day
{
    /// <param name="asOf">As given and validated: a partial date means its first day; null means today, UTC.</param>
    public static DateOnly Of(string? asOf, TimeProvider clock) => Given.Day(asOf) ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
