using System.Text.Json;
using System.Text.Json.Serialization;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http.Json;

/// <summary>Writes and reads enums by their terms: <c>exports_to</c>.</summary>
internal sealed class TermConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Term.TryParse(reader.GetString(), out T value)
                ? value
                : throw new JsonException($"Expected one of {string.Join(", ", Term.All<T>())}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Term.Of(value));
    }
}
