using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Formats;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http;

/// <summary>What holds for everything under /v1, said once.</summary>
internal static class V1Policy
{
    /// <summary>A group of operations under /v1 with the policy of all: ready, limited in rate and size, validated, tagged; its problems documented.</summary>
    public static RouteGroupBuilder MapV1(this IEndpointRouteBuilder app, string path, string tag)
    {
        var group = app.MapGroup(path, tag);
        group.AddEndpointFilter(OpenAsync);
        group.AddEndpointFilterFactory(RequestValidation.Filter);
        group.AddEndpointFilter(EntityTag.Filter);
        return group;
    }

    /// <summary>
    /// The same for operations that do not ask the graph: they do not wait for its newest view, and their answers change while its version stays.
    /// </summary>
    public static RouteGroupBuilder MapV1BesideTheGraph(this IEndpointRouteBuilder app, string path, string tag)
    {
        var group = app.MapGroup(path, tag).WithMetadata(new NoStore());
        group.AddEndpointFilter(ThrowUnlessReady);
        group.AddEndpointFilterFactory(RequestValidation.Filter);
        group.AddEndpointFilter(NoStore.Filter);
        return group;
    }

    /// <summary>Lets an operation take bodies of any size; it counts for itself.</summary>
    public static T WithoutBodyLimit<T>(this T endpoints) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new BodyLimit(null));

    /// <summary>Says which formats operations answer in, and documents them; their handlers take the <see cref="AnswerFormat"/> that is asked for.</summary>
    public static T WithFormats<T>(this T endpoints, AnswerFormats formats) where T : IEndpointConventionBuilder =>
        endpoints.WithMetadata(formats, new ProducesResponseTypeMetadata(StatusCodes.Status200OK, formats.Offered[0].Shape, [formats.Offered[0].MediaType]))
            .WithProblems(ProblemKind.NotAcceptable);

    /// <summary>Documents the problems that an operation can give.</summary>
    public static T WithProblems<T>(this T endpoints, params ProblemKind[] kinds) where T : IEndpointConventionBuilder =>
        endpoints.WithMetadata([.. kinds, .. kinds.Select(k => new ProducesResponseTypeMetadata(k.Status, typeof(Problem), [ProblemWriter.ContentType]))]);

    private static RouteGroupBuilder MapGroup(this IEndpointRouteBuilder app, string path, string tag)
    {
        var group = app.MapGroup("/v1" + path).WithTags(tag);
        group.RequireRateLimiting(RateLimiting.Policy).WithMetadata(new BodyLimit(Limits.MaxBodyBytes));
        return group.WithProblems(
            ProblemKind.InvalidRequest, ProblemKind.TooManyRequests, ProblemKind.InternalError, ProblemKind.NotReady, ProblemKind.StoreUnavailable);
    }

    private static ValueTask<object?> ThrowUnlessReady(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.RequestServices.GetRequiredService<Readiness>().ThrowUnlessReady();
        return next(context);
    }

    private static async ValueTask<object?> OpenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.RequestServices.GetRequiredService<Readiness>().ThrowUnlessReady();
        await http.RequestServices.GetRequiredService<NameResolver>().OpenAsync(http.RequestAborted);
        return await next(context);
    }

    private sealed class BodyLimit(long? bytes) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
