using System.Text.Json.Nodes;

namespace SupplyGraph.Api.Tests.Imports.Kills;

/// <summary>How much of everything a graph holds at a version.</summary>
internal sealed record GraphCounts(long Version, long Entities, long Relationships, long Claims, long Sources)
{
    public static GraphCounts Of(JsonNode statistics)
    {
        long Number(string field) => statistics[field]!.GetValue<long>();
        return new(Number("version"), Number("entities"), Number("relationships"), Number("claims"), Number("sources"));
    }
}
