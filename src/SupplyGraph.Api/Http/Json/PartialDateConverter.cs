using System.Text.Json;
using System.Text.Json.Serialization;
using SupplyGraph.Model;

namespace SupplyGraph.Api.Http.Json;

/// <summary>Writes and reads partial dates as they are stated: <c>2025-08</c>.</summary>
internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException($"Expected {PartialDate.Accepted}.");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
