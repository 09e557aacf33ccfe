namespace SupplyGraph.Api.Http.Caching;

/// <summary>Marks operations whose answers change while the graph's version stays, and says so to every cache.</summary>
internal sealed class NoStore
{
    public static ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
