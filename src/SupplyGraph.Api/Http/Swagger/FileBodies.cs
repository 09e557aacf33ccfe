using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>Says of an operation that its body is a file.</summary>
/// <param name="Description">What the file is.</param>
/// <param name="Examples">Each content type with a file that works on the seed graph.</param>
internal sealed record FileBody(string Description, IReadOnlyDictionary<string, string> Examples);

/// <summary>Documents bodies that are files: the framework does not see them, since operations read them by themselves.</summary>
internal sealed class FileBodies : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<FileBody>().FirstOrDefault() is not { } file) return;
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = file.Description,
            Required = true,
            Content = file.Examples.ToDictionary(e => e.Key, e => (IOpenApiMediaType)Content(e.Value)),
        };
    }

    private static OpenApiMediaType Content(string example) => new()
    {
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };
}
