namespace SupplyGraph.Api.Http.Problems;

/// <summary>Makes every failure a problem.</summary>
internal static class ProblemSetup
{
    public static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddExceptionHandler<ProblemWriter>();
        // With it, what the framework itself refuses reaches the one map, in every environment.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(ProblemWriter.WriteStatusAsync);
    }
}
