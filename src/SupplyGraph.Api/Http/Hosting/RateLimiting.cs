using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>How often one caller may ask (configuration section <c>RateLimit</c>).</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests of one address in each minute; 0 for no limit.</summary>
    public int RequestsPerMinute { get; init; } = 6000;
}

/// <summary>Limits how often one caller may ask, so that no one takes the server from all others.</summary>
internal static class RateLimiting
{
    public const string Policy = "caller";

    public static void AddRateLimiting(this WebApplicationBuilder builder, RateLimitOptions options)
    {
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = RejectAsync;
            limiter.AddPolicy(Policy, context => Partition(context, options));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(Searches);
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext context, RateLimitOptions options)
    {
        var caller = context.Connection.RemoteIpAddress?.ToString() ?? "local";
        if (options.RequestsPerMinute <= 0) return RateLimitPartition.GetNoLimiter(caller);
        var window = new FixedWindowRateLimiterOptions { PermitLimit = options.RequestsPerMinute, Window = TimeSpan.FromMinutes(1) };
        return RateLimitPartition.GetFixedWindowLimiter(caller, _ => window);
    }

    // A search keeps a processor busy: a few run, some wait, and everything else goes on meanwhile.
    private static RateLimitPartition<bool> Searches(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Search>() is not null
        ? RateLimitPartition.GetConcurrencyLimiter(true, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = Math.Max(2, Environment.ProcessorCount),
            QueueLimit = Limits.MaxWaitingSearches,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        })
        : RateLimitPartition.GetNoLimiter(false);

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        var seconds = RetryAfter.Seconds(wait);
        var detail = $"Too many requests at once. Try again in {seconds} s.";
        await ProblemWriter.WriteAsync(rejected.HttpContext, new ProblemException(ProblemKind.TooManyRequests, detail) { RetryAfterSeconds = seconds });
    }

    /// <summary>Marks operations that search: they share a few places, so that everything else goes on meanwhile.</summary>
    public static T WithSearch<T>(this T endpoints) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new Search());

    private sealed record Search;
}
