using Microsoft.AspNetCore.Http.HttpResults;
using SupplyGraph.Api.Http;
using SupplyGraph.Api.Http.Hosting;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Api.Http.Validation;

namespace SupplyGraph.Api.Features.Service;

/// <summary>Whether the server works.</summary>
/// <param name="Status">live or ready.</param>
public sealed record HealthAnswer(string Status);

/// <summary>Health, and what problems mean.</summary>
internal static class ServiceEndpoints
{
    public static void MapService(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Service").WithProblems(ProblemKind.BadRequest);
        health.MapGet("/live", Live).WithName("isLive").WithSummary("Is the process up?").WithDescription("Answers as soon as the server listens.");
        health.MapGet("/ready", Ready).WithName("isReady").WithSummary("Is the graph open, and does its database answer?")
            .WithDescription(
                "503 with the reason until the graph is open and, on a first start, seeded; and again while a database that holds it does not answer.")
            .WithProblems(ProblemKind.NotReady, ProblemKind.StoreUnavailable);
        app.MapGet("/problems/{code}", Meaning).WithTags("Service").WithName("explainProblem").WithSummary("Explain a sort of problem")
            .WithDescription("What the `type` of a problem links to: when it is given and what to do.").WithProblems(ProblemKind.NotFound);
    }

    private static Ok<HealthAnswer> Live() => TypedResults.Ok(new HealthAnswer("live"));

    private static Ok<HealthAnswer> Ready(Readiness readiness)
    {
        readiness.ThrowIfHindered();
        return TypedResults.Ok(new HealthAnswer("ready"));
    }

    private static Ok<ProblemKind> Meaning([AsParameters] ProblemRequest request) =>
        TypedResults.Ok(ProblemKind.All.FirstOrDefault(k => k.Code == request.Code) ?? throw ProblemException.NotFound("sort of problem", request.Code));
}

/// <summary>Which sort of problem is asked for.</summary>
public sealed record ProblemRequest
{
    [Path("code", "The problem's code.", Example = "invalid_request")]
    public required string Code { get; init; }
}
