using System.Reflection;
using Microsoft.OpenApi;
using SupplyGraph.Api.Http.Json;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>Says of a property that refers to another schema that it may be null; a bare reference cannot.</summary>
internal sealed class NullableReferences : ISchemaFilter
{
    private readonly NullabilityInfoContext nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } shown } || context.Type.IsEnum) return;
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonSetup.Options.PropertyNamingPolicy!.ConvertName(property.Name);
            if (shown.TryGetValue(name, out var known) && known is OpenApiSchemaReference reference && MayBeNull(property))
                shown[name] = new OpenApiSchema { OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }], Description = reference.Description };
        }
    }

    private bool MayBeNull(PropertyInfo property) => nullability.Create(property).ReadState == NullabilityState.Nullable;
}
