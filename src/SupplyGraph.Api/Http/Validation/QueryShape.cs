using System.Reflection;
using Microsoft.Extensions.Primitives;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Validation;

/// <summary>Which query parameters an operation takes. Refuses all others by name, single ones given twice and values left empty.</summary>
internal sealed class QueryShape
{
    private readonly Dictionary<string, Shape> shapes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> prefixes = [];

    /// <param name="handler">The handler; parameters stand in its <see cref="AsParametersAttribute"/> requests.</param>
    /// <exception cref="InvalidOperationException">A request brings no validator.</exception>
    public QueryShape(MethodInfo handler)
    {
        foreach (var parameter in handler.GetParameters().Where(p => p.IsDefined(typeof(AsParametersAttribute))))
        {
            if (!typeof(IRequest).IsAssignableFrom(parameter.ParameterType))
                throw new InvalidOperationException($"{parameter.ParameterType} of {handler.DeclaringType} brings no validator: implement {nameof(IRequest)}.");
            foreach (var property in parameter.ParameterType.GetProperties())
            {
                if (property.GetCustomAttribute<QueryAttribute>() is { } query) shapes[query.Name] = new(property.PropertyType.IsArray, query.TakesBlank);
                if (property.GetCustomAttribute<QueryFamilyAttribute>() is { } family) prefixes.Add(family.Prefix);
            }
        }
    }

    public void Check(IQueryCollection query, FieldErrors errors)
    {
        foreach (var (name, values) in query)
        {
            if (ShapeOf(name) is not { } shape) Add(name, ErrorCode.UnknownParameter, $"There is no parameter '{name}' here.{Known}");
            else if (HasEmpty(values, shape)) Add(name, ErrorCode.Empty, $"'{name}' has no value; give it one or leave it out.");
            else if (!shape.IsList && values.Count > 1) Add(name, ErrorCode.Repeated, $"'{name}' takes one value and is given {values.Count} times.");
        }

        void Add(string name, string code, string message) => errors.Add(name, new FieldError(code, message));
    }

    private Shape? ShapeOf(string name) => shapes.TryGetValue(name, out var shape) ? shape
        : prefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) ? new Shape(IsList: false, TakesBlank: false)
        : null;

    private static bool HasEmpty(StringValues values, Shape shape) =>
        values.Any(value => shape.TakesBlank ? string.IsNullOrEmpty(value) : string.IsNullOrWhiteSpace(value));

    private string Known => shapes.Count == 0
        ? " This address takes none."
        : $" Known: {string.Join(", ", shapes.Keys.Concat(prefixes.Select(p => p + "COLUMN")))}.";

    private readonly record struct Shape(bool IsList, bool TakesBlank);
}
