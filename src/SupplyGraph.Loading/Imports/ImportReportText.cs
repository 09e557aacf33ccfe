using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyGraph.Loading.Imports;

/// <summary>Reports as JSON, in which the store and the record of an import keep them.</summary>
public static class ImportReportText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write(ImportReport report) => JsonSerializer.Serialize(report, Options);

    /// <exception cref="InvalidDataException">The text is no report.</exception>
    public static ImportReport Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportReport>(text, Options) ?? throw new InvalidDataException("An empty report.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"No report of an import: {e.Message}", e);
        }
    }
}
