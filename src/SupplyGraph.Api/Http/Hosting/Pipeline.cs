using Microsoft.AspNetCore.ResponseCompression;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>What every request passes through, from the outside in.</summary>
internal static class Pipeline
{
    public static void AddCompression(this WebApplicationBuilder builder) => builder.Services.AddResponseCompression(compression =>
        compression.MimeTypes =
            [.. ResponseCompressionDefaults.MimeTypes, ProblemWriter.ContentType, "application/x-ndjson", "text/csv", "application/geo+json"]);

    public static void UsePipeline(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.Use(ContentSecurity.SendAsync);
        app.Use(AnswerHead);
        app.UseResponseCompression();
        app.UseProblems();
        app.UseExplorer();
        // Explicit, so that a HEAD finds the operation that its GET would.
        app.UseRouting();
        app.UseRateLimiter();
        app.UseOutputCache();
    }

    // HEAD is GET without the body: the same operation answers, and its body goes nowhere.
    private static async Task AnswerHead(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }
        await next(context);
    }
}
