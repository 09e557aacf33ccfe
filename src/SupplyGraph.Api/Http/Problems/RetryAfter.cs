namespace SupplyGraph.Api.Http.Problems;

/// <summary>The header Retry-After.</summary>
internal static class RetryAfter
{
    /// <summary>A wait in whole seconds, at least one.</summary>
    public static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}
