using System.Reflection;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Validation;

/// <summary>Which query parameters an operation takes. Refuses all others by name, single ones given twice and values left empty.</summary>
internal sealed class QueryShape
{
    private readonly Dictionary<string, bool> isList = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="handler">The handler; parameters stand in its <see cref="AsParametersAttribute"/> requests.</param>
    /// <exception cref="InvalidOperationException">A request brings no validator.</exception>
    public QueryShape(MethodInfo handler)
    {
        foreach (var parameter in handler.GetParameters().Where(p => p.IsDefined(typeof(AsParametersAttribute))))
        {
            if (!typeof(IRequest).IsAssignableFrom(parameter.ParameterType))
                throw new InvalidOperationException($"{parameter.ParameterType} of {handler.DeclaringType} brings no validator: implement {nameof(IRequest)}.");
            foreach (var property in parameter.ParameterType.GetProperties())
                if (property.GetCustomAttribute<QueryAttribute>() is { } query) isList[query.Name] = property.PropertyType.IsArray;
        }
    }

    public void Check(IQueryCollection query, FieldErrors errors)
    {
        foreach (var (name, values) in query)
        {
            if (!isList.TryGetValue(name, out var list)) Add(name, ErrorCode.UnknownParameter, $"There is no parameter '{name}' here.{Known}");
            else if (values.Any(string.IsNullOrWhiteSpace)) Add(name, ErrorCode.Empty, $"'{name}' has no value; give it one or leave it out.");
            else if (!list && values.Count > 1) Add(name, ErrorCode.Repeated, $"'{name}' takes one value and is given {values.Count} times.");
        }

        void Add(string name, string code, string message) => errors.Add(name, new FieldError(code, message));
    }

    private string Known => isList.Count == 0 ? " This address takes none." : $" Known: {string.Join(", ", isList.Keys)}.";
}
