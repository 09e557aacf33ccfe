using Microsoft.AspNetCore.StaticFiles;

namespace SupplyGraph.Api.Http.Hosting;

/// <summary>The explorer: the page at / and what it consists of, files of wwwroot as they are.</summary>
internal static class Explorer
{
    /// <summary>Serves the page; what is no file of it goes on to the operations.</summary>
    public static void UseExplorer(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = AskAgain });
    }

    // Their names stay from one release to the next, so a browser asks each time, and hears 304 from the ETag as long as nothing changed.
    private static void AskAgain(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl = "no-cache";
}
