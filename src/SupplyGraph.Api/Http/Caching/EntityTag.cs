using System.Globalization;
using Microsoft.Net.Http.Headers;
using SupplyGraph.Api.Http.Formats;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Caching;

/// <summary>A request that is asked of one day.</summary>
public interface IAskedOfADay
{
    /// <summary>The day as given; null for today.</summary>
    string? AsOf { get; }
}

/// <summary>An answer that a budget may have cut short.</summary>
public interface IMayBeIncomplete
{
    bool Complete { get; }
}

/// <summary>
/// ETags on reads: the graph's version, the day that the question means, and the format where there are several, which together decide every complete answer. A
/// caller that still holds that version gets 304 without the question being asked again.
/// </summary>
internal static class EntityTag
{
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var format = context.Arguments.OfType<AnswerFormat>().FirstOrDefault();
        var mark = format is null ? null : AnswerFormats.Of(http)?.MarkOf(format);
        if (format is not null) http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (!HttpMethods.IsGet(http.Request.Method)) return await next(context);
        var tag = Of(http.RequestServices, context.Arguments.OfType<IAskedOfADay>().FirstOrDefault()?.AsOf, mark);
        http.Response.Headers.CacheControl = "no-cache";
        if (Matches(http.Request, tag))
        {
            http.Response.GetTypedHeaders().ETag = tag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        var answer = await next(context);
        var value = answer is IValueHttpResult result ? result.Value : answer;
        if (value is not IMayBeIncomplete { Complete: false }) http.Response.GetTypedHeaders().ETag = tag;
        return answer;
    }

    /// <summary>The tag of what the request sees on a day.</summary>
    /// <param name="services">The request's; its view is open.</param>
    /// <param name="asOf">The day as given; null for today.</param>
    /// <param name="mark">What marks the format of the answer; null for the default.</param>
    public static EntityTagHeaderValue Of(IServiceProvider services, string? asOf, string? mark = null)
    {
        var version = services.GetRequiredService<NameResolver>().Snapshot.Version;
        var day = Day.Of(asOf, services.GetRequiredService<TimeProvider>());
        var graph = services.GetRequiredService<IGraphStore>().Identity;
        // Weak: compressed or not, it is the same answer.
        var format = mark is null ? "" : $"-{mark}";
        return new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{version}-{day:yyyy-MM-dd}-{graph}{format}\""), isWeak: true);
    }

    private static bool Matches(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(tag, useStrongComparison: false));
}
