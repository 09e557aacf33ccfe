using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SupplyGraph.Api.Http.Problems;

namespace SupplyGraph.Api.Http.Json;

/// <summary>Compares JSON with the type that it should become, names every unknown field and every value of the wrong JSON type, and takes those out.</summary>
internal static class JsonShape
{
    public static void Prune(JsonNode? node, Type type, FieldErrors errors)
    {
        var info = JsonSetup.Options.GetTypeInfo(type);
        if (node is JsonObject body) PruneObject(body, info, "", errors);
        else errors.Add("$", Wrong(node, info));
    }

    private static void PruneObject(JsonObject value, JsonTypeInfo info, string path, FieldErrors errors)
    {
        foreach (var name in value.Select(p => p.Key).ToList())
        {
            var field = path.Length == 0 ? name : $"{path}.{name}";
            var property = info.Properties.FirstOrDefault(p => p.Name == name);
            if (property is null) errors.Add(field, Unknown(name, info));
            if (property is null || !Fits(value[name], JsonSetup.Options.GetTypeInfo(property.PropertyType), field, errors)) value.Remove(name);
        }
    }

    /// <summary>Whether the value can be read as the type; if it can, what is bad inside it has been taken out.</summary>
    private static bool Fits(JsonNode? value, JsonTypeInfo info, string path, FieldErrors errors)
    {
        if (value is null) return true;
        var fits = info.Kind switch
        {
            JsonTypeInfoKind.Object => value is JsonObject,
            JsonTypeInfoKind.Enumerable => value is JsonArray,
            _ => IsScalar(value, info.Type),
        };
        if (!fits) errors.Add(path, Wrong(value, info));
        else if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(text.GetValue<string>()))
        {
            errors.Add(path, new FieldError(ErrorCode.Empty, "An empty text says nothing: give a value, or leave it out."));
            return false;
        }
        else if (value is JsonObject nested) PruneObject(nested, info, path, errors);
        else if (value is JsonArray list) PruneList(list, JsonSetup.Options.GetTypeInfo(info.ElementType!), path, errors);
        return fits;
    }

    // A bad element leaves a gap, so that the places of those after it stay true.
    private static void PruneList(JsonArray list, JsonTypeInfo element, string path, FieldErrors errors)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var place = $"{path}[{i}]";
            if (list[i] is null) errors.Add(place, new FieldError(ErrorCode.WrongType, $"Must be {Wanted(element)}, not null."));
            else if (!Fits(list[i], element, place, errors)) list[i] = null;
        }
    }

    private static bool IsScalar(JsonNode node, Type type)
    {
        if (node is not JsonValue value) return false;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value.GetValueKind() switch
        {
            JsonValueKind.String => type == typeof(string),
            JsonValueKind.True or JsonValueKind.False => type == typeof(bool),
            JsonValueKind.Number when type == typeof(int) => value.TryGetValue<int>(out _),
            JsonValueKind.Number when type == typeof(decimal) => value.TryGetValue<decimal>(out _),
            JsonValueKind.Number when type == typeof(double) => value.TryGetValue<double>(out var number) && double.IsFinite(number),
            _ => false,
        };
    }

    private static FieldError Unknown(string name, JsonTypeInfo info) =>
        new(ErrorCode.UnknownField, $"There is no field '{name}' here. Known: {string.Join(", ", info.Properties.Select(p => p.Name))}.");

    private static FieldError Wrong(JsonNode? value, JsonTypeInfo info)
    {
        var given = value is null ? "null" : value.GetValueKind() switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "text",
            JsonValueKind.Number => value.ToJsonString(),
            var other => other.ToString().ToLowerInvariant(),
        };
        return new FieldError(ErrorCode.WrongType, $"Must be {Wanted(info)}, not {given}.");
    }

    private static string Wanted(JsonTypeInfo info) => info.Kind switch
    {
        JsonTypeInfoKind.Object => "an object",
        JsonTypeInfoKind.Enumerable => "a list",
        _ => (Nullable.GetUnderlyingType(info.Type) ?? info.Type) switch
        {
            var t when t == typeof(string) => "text",
            var t when t == typeof(bool) => "true or false",
            var t when t == typeof(int) => "a whole number",
            _ => "a number within range",
        },
    };
}
