namespace SupplyGraph.Api.Http.Hosting;

/// <summary>What a browser may do with an answer: run and show what this server sends, and nothing that somebody wrote into the data.</summary>
internal static class ContentSecurity
{
    private const string Explorer =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Swagger UI puts styles into its elements and pictures into its styles.
    private const string Swagger =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static Task SendAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/swagger") ? Swagger : Explorer;
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
