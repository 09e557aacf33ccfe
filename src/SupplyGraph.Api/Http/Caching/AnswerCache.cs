using Microsoft.AspNetCore.OutputCaching;
using SupplyGraph.Api.Http.Formats;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http.Caching;

/// <summary>
/// Keeps answers in memory for the next caller who asks the same: the address, the format, the graph, its version and today decide every complete answer, so
/// one is never given after a change. An answer without an ETag (a budget cut it short) is not kept, nor is a problem.
/// </summary>
internal sealed class AnswerCache : IOutputCachePolicy
{
    public static void AddTo(WebApplicationBuilder builder) => builder.Services.AddOutputCache(cache =>
    {
        cache.SizeLimit = Limits.MaxKeptAnswersBytes;
        cache.MaximumBodySize = Limits.MaxKeptAnswerBytes;
    });

    /// <inheritdoc/>
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (!HttpMethods.IsGet(http.Request.Method) || !services.GetRequiredService<Readiness>().IsReady) return;
        var formats = AnswerFormats.Of(http);
        var format = formats?.Choose(http.Request);
        if (formats is not null && format is null) return;
        await services.GetRequiredService<NameResolver>().OpenAsync(cancellation);
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["graph"] = EntityTag.Of(services, asOf: null).Tag.ToString();
        // What is chosen, and not the header: there are few formats and any number of ways to ask for one.
        if (format is not null) context.CacheVaryByRules.VaryByValues["format"] = format.Name;
        context.ResponseExpirationTimeSpan = Limits.MaxAnswerAge;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage = response.StatusCode == StatusCodes.Status200OK && response.Headers.ETag.Count > 0;
        return ValueTask.CompletedTask;
    }
}
