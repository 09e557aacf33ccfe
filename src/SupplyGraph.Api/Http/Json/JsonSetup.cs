using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SupplyGraph.Api.Http.Json;

/// <summary>How JSON looks everywhere: camelCase, terms for enums, partial dates as text, null written where there is nothing.</summary>
internal static class JsonSetup
{
    public static JsonSerializerOptions Options { get; } =
        Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    public static void AddJson(this WebApplicationBuilder builder) => builder.Services.ConfigureHttpJsonOptions(json => Apply(json.SerializerOptions));

    private static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        // Names of every script and the > of explanations stay readable; no answer is ever embedded in a page (nosniff says so to browsers).
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        options.Converters.Add(new TermConverter());
        options.Converters.Add(new PartialDateConverter());
        return options;
    }
}
