using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SupplyGraph.Api.Http.Validation;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SupplyGraph.Api.Http.Swagger;

/// <summary>Documents each parameter by its <see cref="ParameterAttribute"/>: bound as text, it is described as what its text stands for.</summary>
internal sealed class ParameterDocumentation : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is not OpenApiParameter shown || context.ParameterInfo?.GetCustomAttribute<ParameterAttribute>() is not { } known) return;
        shown.Description = known.Description;
        var isList = context.ParameterInfo.ParameterType.IsArray;
        shown.Schema = isList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = SchemaOf(known), MaxItems = known.MaxValues } : SchemaOf(known);
        if (known.Example is { } example) shown.Example = isList ? new JsonArray(Value(known.Type, example)) : Value(known.Type, example);
    }

    private static OpenApiSchema SchemaOf(ParameterAttribute known) => new()
    {
        Type = known.Type switch
        {
            ParameterType.WholeNumber => JsonSchemaType.Integer,
            ParameterType.Fraction => JsonSchemaType.Number,
            ParameterType.Flag => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        Pattern = known.Type == ParameterType.Date ? "^\\d{4}(-\\d{2}(-\\d{2})?)?$" : null,
        Minimum = Bound(known.Minimum),
        Maximum = Bound(known.Maximum),
        Default = known.Default is { } text ? Value(known.Type, text) : null,
        Enum = known.Terms is null ? null : [.. EnumTerms.Of(known.Terms).Select(t => (JsonNode)t)],
    };

    private static string? Bound(double number) => double.IsNaN(number) ? null : number.ToString(CultureInfo.InvariantCulture);

    private static JsonNode Value(ParameterType type, string text) => type switch
    {
        ParameterType.WholeNumber => long.Parse(text, CultureInfo.InvariantCulture),
        ParameterType.Fraction => double.Parse(text, CultureInfo.InvariantCulture),
        ParameterType.Flag => bool.Parse(text),
        _ => text,
    };
}
