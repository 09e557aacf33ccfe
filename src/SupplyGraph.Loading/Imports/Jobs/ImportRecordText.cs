using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyGraph.Loading.Imports.Jobs;

/// <summary>Records as JSON.</summary>
internal static class ImportRecordText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    public static byte[] Write(ImportRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Json);

    /// <summary>Null where the text is no whole record.</summary>
    public static ImportRecord? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportRecord>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Equal for options that say the same, in whatever order their columns were named.</summary>
    public static string Of(ImportOptions options) => JsonSerializer.Serialize(
        options with { Layout = options.Layout with { Map = Sorted(options.Layout.Map), Defaults = Sorted(options.Layout.Defaults) } }, Json);

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> columns) =>
        new(columns.ToDictionary(c => c.Key, c => c.Value), StringComparer.Ordinal);
}
