using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SupplyGraph.Api.Http.Validation;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>
/// Documents families of parameters, each as one object whose properties are the parameters: the framework does not see what is bound by hand.
/// </summary>
internal sealed class QueryFamilies : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var families = context.MethodInfo.GetParameters().SelectMany(p => p.ParameterType.GetProperties())
            .Select(property => property.GetCustomAttribute<QueryFamilyAttribute>()).OfType<QueryFamilyAttribute>();
        foreach (var family in families) (operation.Parameters ??= []).Add(Parameter(family));
    }

    private static OpenApiParameter Parameter(QueryFamilyAttribute family) => new()
    {
        Name = family.Name,
        In = ParameterLocation.Query,
        Description = family.Description,
        // In this style each property is a parameter by itself, under its own name.
        Style = ParameterStyle.Form,
        Explode = true,
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = family.Members.SelectMany(EnumTerms.Of).Distinct().ToDictionary(term => family.Prefix + term, _ => (IOpenApiSchema)Text()),
        },
        Example = family.Example is null ? null : JsonNode.Parse(family.Example),
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String, MinLength = 1 };
}
