using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SupplyGraph.Api.Http.Formats;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>Documents what operations answer that do so in several formats: each with its shape and an example, and the headers that go with them.</summary>
internal sealed class FormattedAnswers : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<AnswerFormats>().LastOrDefault() is not { } formats) return;
        if (operation.Responses?.GetValueOrDefault("200") is not OpenApiResponse answer) return;
        answer.Content = formats.Offered.ToDictionary(format => format.MediaType, format => (IOpenApiMediaType)Content(format, context));
        answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
        foreach (var header in metadata.OfType<AnswerHeader>())
            answer.Headers[header.Name] = new OpenApiHeader { Description = header.Description, Schema = new OpenApiSchema { Type = header.Type } };
    }

    private static OpenApiMediaType Content(AnswerFormat format, OperationFilterContext context) => new()
    {
        Schema = context.SchemaGenerator.GenerateSchema(format.Shape, context.SchemaRepository),
        Example = format.Shape == typeof(string) ? JsonValue.Create(format.Example) : JsonNode.Parse(format.Example),
    };
}
