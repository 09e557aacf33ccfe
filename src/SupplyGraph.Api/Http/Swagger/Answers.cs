using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using SupplyGraph.Api.Http.Caching;
using SupplyGraph.Api.Http.Json;
using SupplyGraph.Api.Http.Names;
using SupplyGraph.Api.Http.Problems;
using SupplyGraph.Model;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>Describes each answer: what it means, which headers it carries, and for problems what they look like.</summary>
internal sealed class Answers : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        // No operation needs a key; said on each, since an empty list for the whole document is not written out.
        operation.Security = [];
        var answers = operation.Responses ??= [];
        var kinds = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ProblemKind>().ToList();
        if (IsTagged(context.ApiDescription)) AddTagged(answers);
        foreach (var (status, answer) in answers)
            if (answer is OpenApiResponse shown) Describe(shown, int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), kinds);
        var ordered = answers.OrderBy(a => a.Key, StringComparer.Ordinal).ToList();
        answers.Clear();
        foreach (var (status, answer) in ordered) answers.Add(status, answer);
    }

    private static bool IsTagged(ApiDescription api) => api is { HttpMethod: "GET", RelativePath: { } path }
        && path.StartsWith("v1/", StringComparison.Ordinal) && !api.ActionDescriptor.EndpointMetadata.OfType<NoStore>().Any();

    private static void AddTagged(OpenApiResponses answers)
    {
        answers["304"] = new OpenApiResponse { Description = "Nothing has changed since the answer whose ETag If-None-Match holds." };
        if (answers.GetValueOrDefault("200") is OpenApiResponse found)
            found.Headers = Header("ETag", JsonSchemaType.String, "The graph's version and the day that is meant; none on an answer that a budget cut short.");
    }

    private static void Describe(OpenApiResponse answer, int status, List<ProblemKind> kinds)
    {
        if (status == StatusCodes.Status200OK) answer.Description = "The answer.";
        if (status == StatusCodes.Status201Created) answer.Description = "Something new is stored.";
        if (status == StatusCodes.Status202Accepted)
        {
            answer.Description = "It is under way; the body says how far.";
            answer.Headers = Header("Location", JsonSchemaType.String, "Where to ask how far it has come.");
        }
        if (status == StatusCodes.Status204NoContent) answer.Description = "It is removed.";
        if (kinds.FindAll(k => k.Status == status) is not [var kind, ..] possible) return;
        answer.Description = string.Join(" Or: ", possible.Select(k => $"{k.Title}. {k.Meaning}"));
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            answer.Headers = Header("Retry-After", JsonSchemaType.Integer, "Seconds to wait.");
        foreach (var content in answer.Content?.Values.OfType<OpenApiMediaType>() ?? []) content.Example = ExampleOf(kind);
    }

    private static Dictionary<string, IOpenApiHeader> Header(string name, JsonSchemaType type, string description) => new()
    {
        [name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } },
    };

    private static JsonNode? ExampleOf(ProblemKind kind) => JsonSerializer.SerializeToNode(
        new Problem
        {
            Type = kind.Type,
            Title = kind.Title,
            Status = kind.Status,
            Detail = DetailOf(kind),
            Code = kind.Code,
            TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
            Errors = ErrorsOf(kind),
            Near = kind == ProblemKind.NotFound ? [new EntityReference("pakistan", "Pakistan", EntityKind.Country)] : null,
        },
        JsonSetup.Options);

    private static string DetailOf(ProblemKind kind) =>
        kind == ProblemKind.InvalidRequest ? "1 field is invalid: limit."
        : kind == ProblemKind.NotFound ? "No entity is named 'pakistn'. Nearest: pakistan."
        : kind == ProblemKind.InUse ? "'pakistan' is used by 427 relationship(s)."
        : kind == ProblemKind.IdempotencyKeyReused ? "The key 'suppliers-2026-11' came with another file before, as import 20261122-061530-7f3a9c."
        : kind == ProblemKind.ChangesRefused ? "1 field is invalid: claims[0].to."
        : kind.Meaning;

    private static Dictionary<string, IReadOnlyList<FieldError>>? ErrorsOf(ProblemKind kind)
    {
        if (kind == ProblemKind.InvalidRequest) return new() { ["limit"] = [new FieldError(ErrorCode.OutOfRange, "0 is outside 1 to 1000.")] };
        if (kind != ProblemKind.ChangesRefused) return null;
        var refused = new FieldError(RefusalCode.KindMismatch, "supplies joins company -> company; 'byd' is a company and 'china' a country.");
        return new() { ["claims[0].to"] = [refused] };
    }
}
