using System.Reflection;

namespace SupplyGraph.Api.Http.Validation;

/// <summary>What the parameters of one <see cref="QueryFamilyAttribute"/> say. Whether their names are known is for the request's validator to judge.</summary>
public sealed class QueryFamily
{
    /// <summary>Between what all have in common and the name of each.</summary>
    public const char Separator = '.';

    private QueryFamily(IReadOnlyDictionary<string, string> values) => Values = values;

    /// <summary>Each name, as written, with its value.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>Reads the family of a property; called by the framework.</summary>
    public static ValueTask<QueryFamily?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var prefix = parameter.GetCustomAttributes(inherit: true).OfType<QueryFamilyAttribute>().Single().Prefix;
        var values = context.Request.Query.Where(given => given.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(given => given.Key[prefix.Length..], given => given.Value.FirstOrDefault() ?? "", StringComparer.OrdinalIgnoreCase);
        return ValueTask.FromResult<QueryFamily?>(new QueryFamily(values));
    }
}
