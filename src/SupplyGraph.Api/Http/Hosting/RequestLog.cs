using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>One line of log for each request, with the trace id that problems show.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // The target as sent: still percent-encoded, so that no caller can write lines of its own into the log.
            var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            LogRequest(log, context.Request.Method, target, context.Response.StatusCode, took, RequestTrace.IdOf(context));
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Target} {Status} in {Milliseconds:0.0} ms, trace {TraceId}")]
    private static partial void LogRequest(ILogger log, string method, string target, int status, double milliseconds, string traceId);
}
