using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using SupplyGraph.Storage;

namespace SupplyGraph.Api.Http.Problems;

/// <summary>The one map from what goes wrong to what the caller is told.</summary>
internal sealed partial class ProblemWriter(ILogger<ProblemWriter> log) : IExceptionHandler
{
    public const string ContentType = "application/problem+json";

    /// <summary>The caller is gone; nobody reads the answer (nginx's convention).</summary>
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        if (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosedRequest;
            return true;
        }
        var problem = exception switch
        {
            ProblemException known => known,
            ChangesRefusedException refused => Refusals.ToProblem(refused),
            GraphUnavailableException away => Of(away),
            BadHttpRequestException bad => new ProblemException(ProblemKind.Of(bad.StatusCode), bad.Message),
            _ => new ProblemException(ProblemKind.InternalError, "An unexpected error; the server's log holds it under the trace id."),
        };
        if (problem.Kind == ProblemKind.StoreUnavailable) LogUnavailable(log, context.Request.Method, context.Request.Path, exception.Message);
        if (problem.Kind == ProblemKind.InternalError) LogFailure(log, exception, context.Request.Method, context.Request.Path);
        await WriteAsync(context, problem);
        return true;
    }

    /// <summary>Gives a body to an answer that has only a status: unknown path, wrong method, wrong content type.</summary>
    public static Task WriteStatusAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var kind = ProblemKind.Of(http.Response.StatusCode);
        var detail = kind == ProblemKind.UnknownPath ? $"There is nothing at {http.Request.Path}. /swagger lists what there is."
            : kind == ProblemKind.MethodNotAllowed ? $"{http.Request.Path} takes {http.Response.Headers.Allow}, not {http.Request.Method}."
            : kind == ProblemKind.UnsupportedMediaType ? $"The body must be application/json, not '{http.Request.ContentType}'."
            : kind.Meaning;
        return WriteAsync(http, new ProblemException(kind, detail));
    }

    public static Task WriteAsync(HttpContext context, ProblemException problem)
    {
        context.Response.StatusCode = problem.Kind.Status;
        if (problem.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(Of(context, problem), options: null, ContentType);
    }

    // Which database it is, and what is the matter with it, is for whoever runs the server: the log and /health/ready say so.
    private static ProblemException Of(GraphUnavailableException away) =>
        new(ProblemKind.StoreUnavailable, "The database behind the server does not answer now, or too slowly. Try again; /health/ready knows more.")
        {
            RetryAfterSeconds = RetryAfter.Seconds(away.RetryAfter),
        };

    private static Problem Of(HttpContext context, ProblemException problem) => new()
    {
        Type = problem.Kind.Type,
        Title = problem.Kind.Title,
        Status = problem.Kind.Status,
        Detail = problem.Message,
        Code = problem.Kind.Code,
        TraceId = RequestTrace.IdOf(context),
        Errors = problem.Errors,
        Near = problem.Near,
    };

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} needs the database: {Reason}")]
    private static partial void LogUnavailable(ILogger log, string method, string path, string reason);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogFailure(ILogger log, Exception exception, string method, string path);
}
